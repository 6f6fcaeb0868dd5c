namespace EngageBot.Outcomes;

/// <summary>
/// Which posts may be held out. Decided when the wait ends, before a helper is sought, from what was known then: so both arms are alike, and a post stays in the arm it
/// was drawn into whatever is done about it later.
/// </summary>
internal static class HoldOutPolicy
{
    /// <summary>What share is held out where it is on.</summary>
    public const double UsualShare = 0.1;

    /// <summary>With fewer cases a quarter some twenty would be held out, which tells nothing and costs those twenty.</summary>
    public const int FewestCasesAQuarter = 200;

    private const int DaysAQuarter = 91;

    /// <summary>A shorter time is no ground to foresee a quarter from.</summary>
    private const double FewestDays = 14;

    private const int MostUnheard = 2;

    public static HoldOutExemption ExemptionOf(HoldOutFacts facts) => facts switch
    {
        { IsOn: false } => HoldOutExemption.SwitchedOff,
        { IsAskedFor: true } => HoldOutExemption.AskedFor,
        { IsSensitive: true } => HoldOutExemption.Sensitive,
        { IsNewcomersFirstPost: true } => HoldOutExemption.NewcomersFirstPost,
        { UnheardBefore: >= MostUnheard } => HoldOutExemption.UnheardTwice,
        { CasesAQuarter: < FewestCasesAQuarter or double.NaN } => HoldOutExemption.TooFewCases,
        _ => HoldOutExemption.None,
    };

    /// <summary>How many posts a quarter are to be expected, from those of the days before; 0 where too little is known.</summary>
    /// <param name="cases">Posts that would have been asked about, exempt ones left out.</param>
    public static double CasesAQuarter(int cases, double days) => days < FewestDays ? 0 : cases / days * DaysAQuarter;
}
