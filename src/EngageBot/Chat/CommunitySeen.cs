namespace EngageBot.Chat;

/// <summary>The bot is in a community: told when it comes, and again when something of it changes.</summary>
public sealed record CommunitySeen(CommunityId Community, DateTimeOffset At) : ChatEvent(Community, At)
{
    /// <summary>Where its moderators hear from the bot, as far as the platform offers a place; null for none.</summary>
    public ChannelId? ModeratorsChannel { get; init; }

    /// <summary>Who brought the bot, and hears from it where there is no channel for that; null where nobody knows.</summary>
    public MemberId? BroughtBy { get; init; }

    /// <summary>How many people the platform counts; null where it does not tell.</summary>
    public long? People { get; init; }

    /// <summary>False where the bot learns who writes where and to whom, and not what.</summary>
    public bool ReadsContent { get; init; } = true;

    /// <summary>Names of channels that the bot may not read.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];
}
