namespace EngageBot.Stats.Daily;

/// <summary>The figures of a period, as the report has them over the same span.</summary>
internal sealed record PeriodSummary
{
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>Who wrote.</summary>
    public required int People { get; init; }

    /// <summary>Messages by people.</summary>
    public required long Messages { get; init; }

    public required PostFigures Posts { get; init; }

    public required ResponseTimes? Times { get; init; }

    public required double? TwoWayShare { get; init; }

    public required int Pairs { get; init; }

    public required int MutualPairs { get; init; }

    public double? Reciprocity => Pairs == 0 ? null : MutualPairs / (double)Pairs;

    /// <summary>Replies to others that somebody who wrote gave: as many or more than half of them did. Null where nobody wrote.</summary>
    public int? MedianGiven { get; init; }

    public required int OpenPosts { get; init; }

    public required int Broadcasters { get; init; }

    public required ConnectorFigures Connectors { get; init; }

    /// <summary>Posts that invite a reply and were answered.</summary>
    public required int InvitingAnswered { get; init; }

    /// <summary>Those of them that the team answered first.</summary>
    public required int AnsweredByTeam { get; init; }

    public required NewcomerFigures Newcomers { get; init; }

    /// <summary>For a chart, in order.</summary>
    public required IReadOnlyList<SummaryPoint> Points { get; init; }
}
