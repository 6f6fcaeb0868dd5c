namespace EngageBot.Communities;

/// <summary>What moderators decide for their community. The defaults are those of the evidence; each can be changed.</summary>
public sealed record CommunityRules
{
    /// <summary>The shortest wait before anything is done about an open post.</summary>
    public TimeSpan WaitAtLeast { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest.</summary>
    public TimeSpan WaitAtMost { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The wait where too little was answered to know the usual time.</summary>
    public TimeSpan WaitWithoutHistory { get; init; } = TimeSpan.FromHours(4);

    /// <summary>The waiting board takes a post no later than this after it was written.</summary>
    public TimeSpan BoardAtMost { get; init; } = TimeSpan.FromHours(20);

    /// <summary>A post still open after this long is left in peace.</summary>
    public TimeSpan RestAfter { get; init; } = TimeSpan.FromHours(48);

    /// <summary>How many people are asked about one post.</summary>
    public int AsksPerPost { get; init; } = 2;

    /// <summary>With fewer people who could be asked in a channel, its posts go to the waiting board at once.</summary>
    public int FewestHelpers { get; init; } = 3;

    /// <summary>The shortest time between two asks to the same member.</summary>
    public TimeSpan BetweenAsks { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Names or ids of the channels to watch; all where empty.</summary>
    public IReadOnlyList<string> WatchedChannels { get; init; } = [];

    /// <summary>Names or ids of channels that are left alone.</summary>
    public IReadOnlyList<string> IgnoredChannels { get; init; } = [];

    public QuietHours? QuietHours { get; init; }

    /// <summary>When a wait that began at a moment is over, quiet hours left out.</summary>
    public DateTimeOffset After(DateTimeOffset start, TimeSpan wait) => QuietHours?.After(start, wait) ?? start + wait;

    /// <summary>Whether posts in a channel are looked after.</summary>
    public bool Watches(string name, string id) =>
        !IgnoredChannels.Any(channel => IsNamed(channel, name, id))
        && (WatchedChannels.Count == 0 || WatchedChannels.Any(channel => IsNamed(channel, name, id)));

    private static bool IsNamed(string channel, string name, string id) =>
        channel == id || string.Equals(channel.TrimStart('#'), name.TrimStart('#'), StringComparison.OrdinalIgnoreCase);
}
