namespace EngageBot.Dashboard;

/// <summary>A page of what the bot said, the newest first.</summary>
/// <param name="HasMore">There is an older page.</param>
public sealed record Activity(IReadOnlyList<SaidLine> Lines, bool HasMore);
