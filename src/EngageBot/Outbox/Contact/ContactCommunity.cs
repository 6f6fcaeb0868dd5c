using EngageBot.Communities;

namespace EngageBot.Outbox.Contact;

/// <summary>What a community lets the bot do.</summary>
internal sealed record ContactCommunity
{
    /// <summary>False before it goes live, when it was told to be quiet, and when it took a hint.</summary>
    public required bool IsLive { get; init; }

    /// <summary>Moderators have messages of the kind in question switched on.</summary>
    public bool IsKindOn { get; init; } = true;

    public QuietHours? QuietHours { get; init; }

    /// <summary>The shortest time between two asks to a member who has not answered once.</summary>
    public TimeSpan BetweenAsks { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How many are asked in 24 hours, all in all; see <see cref="CommunityRules.AsksPerDayFor"/>.</summary>
    public required int AsksPerDay { get; init; }

    /// <summary>When members were asked within the last 24 hours, or will be; may be left out where there is no limit.</summary>
    public IReadOnlyList<DateTimeOffset> Asks { get; init; } = [];
}
