namespace EngageBot.Dashboard;

/// <summary>What the bot does in a channel.</summary>
/// <param name="Id">The platform's.</param>
/// <param name="Choice">As the command <c>channel</c> takes it.</param>
/// <param name="HasWaits">It has waits of its own.</param>
public sealed record ChannelLine(string Id, string Name, string Choice, bool HasWaits);
