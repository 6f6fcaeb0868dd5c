namespace EngageBot.SelfPromotion;

/// <summary>What is known of a message besides its text.</summary>
internal sealed record PromotionSignals
{
    /// <summary>It replies to another member.</summary>
    public bool AnswersSomebody { get; init; }

    /// <summary>Somebody else's message, passed on.</summary>
    public bool IsForwarded { get; init; }

    public bool HasLink { get; init; }

    /// <summary>It stands where members are invited to show their own work.</summary>
    public bool IsInPromotionChannel { get; init; }

    /// <summary>Near copies of its text.</summary>
    public Repeats SameText { get; init; } = Repeats.None;

    /// <summary>Messages that link to a domain it links to.</summary>
    public Repeats SameLink { get; init; } = Repeats.None;

    /// <summary>So often its author linked, in a month, to a domain of its links that hardly anybody else links to; 0 where it is not his own.</summary>
    public int OwnDomainTimes { get; init; }

    /// <summary>So often he posted links in a month, where he does that by the clock; 0 where he does not.</summary>
    public int ScheduledTimes { get; init; }

    /// <summary>What its author did besides; nothing where that was not asked for.</summary>
    public Balance Balance { get; init; }
}
