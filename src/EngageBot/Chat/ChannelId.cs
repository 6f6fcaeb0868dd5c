namespace EngageBot.Chat;

/// <summary>A channel in which a community talks. A thread is no channel: its messages belong to the channel that it hangs in.</summary>
public readonly record struct ChannelId(CommunityId Community, string Value);
