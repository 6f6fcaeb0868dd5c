namespace EngageBot.Pipeline;

/// <summary>How far a source of events has been read: the name of the source ("discord/shard/0"), and its own words for the place.</summary>
public sealed record SourcePosition(string Source, string Value);
