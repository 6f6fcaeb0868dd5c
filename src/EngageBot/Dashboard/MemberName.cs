namespace EngageBot.Dashboard;

/// <summary>Somebody whom a moderator can name.</summary>
/// <param name="Id">The platform's.</param>
public sealed record MemberName(string Id, string Name);
