namespace EngageBot.Stats;

/// <summary>Who answers whom.</summary>
public sealed record Network
{
    /// <summary>Pairs of people of whom at least one replied to the other.</summary>
    public required int Pairs { get; init; }

    /// <summary>Pairs who replied both ways.</summary>
    public required int MutualPairs { get; init; }

    /// <summary>The share of pairs who reply both ways, 0 to 1; null where there is no pair.</summary>
    public double? Reciprocity => Pairs == 0 ? null : MutualPairs / (double)Pairs;

    /// <summary>People who replied to somebody or were replied to.</summary>
    public required int People { get; init; }

    /// <summary>The pairs with most replies, most first; not all where there are many.</summary>
    public required IReadOnlyList<AnswerPair> StrongestPairs { get; init; }

    /// <summary>Those who hold most people together who do not talk to one another, first first.</summary>
    public required IReadOnlyList<PersonFigures> Connectors { get; init; }
}
