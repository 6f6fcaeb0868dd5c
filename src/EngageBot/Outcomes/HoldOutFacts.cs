namespace EngageBot.Outcomes;

/// <summary>What decides whether a post may be held out, all of it known before anybody is sought for it.</summary>
internal sealed record HoldOutFacts
{
    /// <summary>Moderators let posts be held out.</summary>
    public required bool IsOn { get; init; }

    /// <summary>How many posts a quarter would be asked about; see <see cref="HoldOutPolicy.CasesAQuarter"/>.</summary>
    public required double CasesAQuarter { get; init; }

    /// <summary>The first post of somebody new.</summary>
    public required bool IsNewcomersFirstPost { get; init; }

    /// <summary>How many of the author's last posts in a row nobody answered, this one left out.</summary>
    public required int UnheardBefore { get; init; }

    /// <summary>A kind that has to be left to people: distress, a quarrel, a complaint, a scam.</summary>
    public required bool IsSensitive { get; init; }

    /// <summary>A member wanted somebody to be asked about it.</summary>
    public bool IsAskedFor { get; init; }
}
