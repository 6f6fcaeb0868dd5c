namespace EngageBot.Members.Settings;

/// <summary>How a member wants it.</summary>
internal sealed record MemberSettings
{
    /// <summary>May be asked now and then to answer somebody.</summary>
    public bool Helps { get; init; }

    /// <summary>What he would like to be asked about, in his words; null where he said nothing of it.</summary>
    public string? Topics { get; init; }

    /// <summary>When he wants to hear nothing ("22:00-08:00 Europe/Berlin"); null where he said nothing of it.</summary>
    public string? Hours { get; init; }

    /// <summary>His own (IANA), where he named one.</summary>
    public string? Zone { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Wants to be reminded of replies to his posts; null where he was not asked yet.</summary>
    public bool? WantsReminders { get; init; }

    /// <summary>May be introduced to people who fit.</summary>
    public bool IsIntroduced { get; init; }

    /// <summary>Takes part in rounds of introductions.</summary>
    public bool TakesPartInRounds { get; init; }

    public bool IsLeftOut { get; init; }
}
