namespace EngageBot.Outcomes;

/// <summary>Whether the bot takes a hint: goes back to observing, and tells moderators why.</summary>
internal static class HintPolicy
{
    /// <summary>Fewer people who stopped are no hint, however few were asked.</summary>
    public const int FewestStopped = 3;

    /// <summary>More than one in so many of those asked.</summary>
    private const int OneStoppedIn = 20;

    /// <summary>With fewer asks it is too early to say.</summary>
    public const int FewestAsks = 50;

    /// <summary>The last ones: how it was taken in the beginning says nothing of how it is taken now.</summary>
    public const int MostAsks = 500;

    /// <summary>Fewer than one ask in so many.</summary>
    private const int OneTakenUpIn = 10;

    public static Hint Of(HintFacts facts) => facts switch
    {
        { StoppedInWeek: >= FewestStopped } when (long)facts.StoppedInWeek * OneStoppedIn > facts.AskedInWeek => Hint.TooManyStopped,
        { Asks: >= FewestAsks } when (long)facts.TakenUp * OneTakenUpIn < facts.Asks => Hint.TooFewTakenUp,
        _ => Hint.None,
    };
}
