namespace EngageBot.Chat;

/// <summary>What is known of a channel: told before its first message, and again when it changes.</summary>
public sealed record ChannelSeen(CommunityId Community, DateTimeOffset At, ChannelId Channel) : ChatEvent(Community, At)
{
    public required string Name { get; init; }

    public ChannelVisibility Visibility { get; init; } = ChannelVisibility.Unknown;

    /// <summary>Who can read a private channel; not used for others.</summary>
    public IReadOnlyList<MemberId> Readers { get; init; } = [];

    /// <summary>Nothing can be written there any more: its posts wait for nobody.</summary>
    public bool IsArchived { get; init; }
}
