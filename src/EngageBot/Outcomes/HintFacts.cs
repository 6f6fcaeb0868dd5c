namespace EngageBot.Outcomes;

/// <summary>How those who were asked took it.</summary>
internal sealed record HintFacts
{
    /// <summary>People who were asked in the last seven days.</summary>
    public required int AskedInWeek { get; init; }

    /// <summary>Those of them who pressed <i>Stop asking me</i> or opted out.</summary>
    public required int StoppedInWeek { get; init; }

    /// <summary>The last asks since the bot went live here that had their time to be taken up; 0 where they were not counted.</summary>
    public required int Asks { get; init; }

    /// <summary>Those of them that were: a claim, or a reply under the post by the one who was asked.</summary>
    public required int TakenUp { get; init; }
}
