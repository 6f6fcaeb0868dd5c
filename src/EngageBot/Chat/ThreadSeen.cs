namespace EngageBot.Chat;

/// <summary>What is known of a thread that its channel's readers can read, or of a post in a forum: told when it is first heard of, and again when it changes.</summary>
public sealed record ThreadSeen(CommunityId Community, DateTimeOffset At, ChannelId Channel) : ChatEvent(Community, At)
{
    /// <summary>The message that it began with.</summary>
    public required MessageId Thread { get; init; }

    /// <summary>Those who watch over the channel let nobody write in it any more.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The names of its tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>One of them is that by which the bot says that it waits for an answer.</summary>
    public bool NeedsAnswer { get; init; }
}
