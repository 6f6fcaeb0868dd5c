namespace EngageBot.Nudges;

/// <summary>What the policy is told about a post whose wait is over.</summary>
internal sealed record PlanningSituation
{
    public required long Community { get; init; }

    public required long Post { get; init; }

    /// <summary>Only those are asked who agreed to it; in a replay everybody is a helper by answering.</summary>
    public bool OnlyWhoAgreed { get; init; }

    /// <summary>How many people answer in the post's channel, or agreed to be asked, its author not counted.</summary>
    public required int HelpersKnown { get; init; }

    /// <summary>With fewer of them nobody is asked.</summary>
    public required int FewestHelpers { get; init; }

    /// <summary>Those of them who were here and not asked lately: enough to choose from.</summary>
    public required IReadOnlyList<Helper> Helpers { get; init; }

    /// <summary>How many more people may be asked today.</summary>
    public required int AsksLeftToday { get; init; }

    /// <summary>Why the wait is over, in words.</summary>
    public required string WhyNow { get; init; }
}
