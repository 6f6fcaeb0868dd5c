namespace EngageBot.Onboarding;

/// <summary>When moderators are told what was found.</summary>
internal static class ReportPolicy
{
    /// <summary>So much from before the bot came is history.</summary>
    private static readonly TimeSpan History = TimeSpan.FromDays(1);

    /// <summary>Somebody may be about to say which channels count.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Where no history can be read it watches for so long first.</summary>
    public static readonly TimeSpan WithoutHistory = TimeSpan.FromHours(48);

    /// <param name="isCaughtUp">All that can be read is stored.</param>
    public static bool IsDue(KnownCommunity community, bool isCaughtUp, DateTimeOffset now)
    {
        var seen = DateTimeOffset.FromUnixTimeMilliseconds(community.SeenAt);
        var hasHistory = community.OldestAt is { } oldest && seen - DateTimeOffset.FromUnixTimeMilliseconds(oldest) >= History;
        return isCaughtUp && (hasHistory ? community.SetUpAt is not null || now - seen >= Patience : now - seen >= WithoutHistory);
    }
}
