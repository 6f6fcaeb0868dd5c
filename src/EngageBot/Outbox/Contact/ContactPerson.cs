using EngageBot.Communities;

namespace EngageBot.Outbox.Contact;

/// <summary>What a member wants, and how it stands with him. Of accounts that were joined: of all together.</summary>
internal sealed record ContactPerson
{
    public bool IsBot { get; init; }

    public bool HasLeft { get; init; }

    public bool HasOptedOut { get; init; }

    /// <summary>What he said to messages of the kind in question.</summary>
    public ContactAgreement Agreement { get; init; }

    public DateTimeOffset? TimedOutUntil { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>He has answered a post that he was asked about.</summary>
    public bool HasAnsweredOnce { get; init; }

    /// <summary>His IANA zone: Slack's, or what he set; null or unknown for the community's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Hours in which he wants to hear nothing, in the zone that is named there.</summary>
    public QuietHours? OwnHours { get; init; }

    /// <summary>Slack's Do Not Disturb.</summary>
    public DateTimeOffset? DoNotDisturbUntil { get; init; }

    public bool IsAway { get; init; }
}
