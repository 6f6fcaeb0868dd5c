using EngageBot.Chat;

namespace EngageBot.Communities;

/// <summary>How it stands with a community.</summary>
/// <param name="LiveSince">Since when the bot speaks there; null where it observes.</param>
/// <param name="Channels">How many channels are known.</param>
/// <param name="IsQuiet">It was live when everything was stopped, and goes on from there when somebody says so.</param>
public sealed record CommunityState(CommunityId Id, DateTimeOffset? LiveSince, long Channels, bool IsQuiet);
