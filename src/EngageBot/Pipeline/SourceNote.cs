namespace EngageBot.Pipeline;

/// <summary>Something that a source of events must still know when it starts again: what it was told of channels and who may read them, what it has yet to read.</summary>
/// <param name="Source">The name of the source ("discord").</param>
/// <param name="Name">What the note is about, by the source's own words.</param>
/// <param name="Value">The note; null takes it away.</param>
public sealed record SourceNote(string Source, string Name, string? Value);
