namespace EngageBot.Stats;

/// <summary>What came of a set of posts.</summary>
public sealed record PostFigures
{
    public int Posts => Answered + Unanswered + NotObserved;

    /// <summary>Another person replied.</summary>
    public required int Answered { get; init; }

    /// <summary>Nobody replied, and what followed was observed long enough to say so.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Nobody replied before the history paused or ended, too soon after the post to say anything: neither answered nor open.</summary>
    public required int NotObserved { get; init; }

    /// <summary>Answered posts among those that can be judged, 0 to 1; null where none can.</summary>
    public double? ResponseRate => Answered + Unanswered == 0 ? null : Answered / (double)(Answered + Unanswered);
}
