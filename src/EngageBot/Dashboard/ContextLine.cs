namespace EngageBot.Dashboard;

/// <summary>A line that stands near a post.</summary>
/// <param name="By">Who wrote it; empty where that is not known any more.</param>
/// <param name="Text">Null where it is not kept.</param>
/// <param name="IsBefore">It was written before the post.</param>
public sealed record ContextLine(string By, string? Text, bool IsBefore);
