namespace EngageBot.Stats.Daily;

/// <summary>What of a tally must be put in order, which takes longest: apart, so that two periods can be done side by side.</summary>
internal sealed record OrderedTally(ResponseTimes? Times, ConnectorFigures Connectors, int Pairs, int MutualPairs, int? MedianGiven)
{
    public static OrderedTally Of(PeriodTally tally)
    {
        long[] times = [.. tally.Times.Values.SelectMany(ofChannel => ofChannel)];
        Array.Sort(times);
        var pairs = tally.Pairs.ToPairs();
        return new OrderedTally(
            ResponseTimes.OfSorted(Array.ConvertAll(times, milliseconds => TimeSpan.FromMilliseconds(milliseconds))),
            ConnectorFigures.Of(pairs),
            pairs.Count,
            pairs.Count(pair => pair is { Forth: > 0, Back: > 0 }),
            MedianOf(tally, pairs));
    }

    /// <summary>Of replies that those who wrote gave, none among them.</summary>
    private static int? MedianOf(PeriodTally tally, IReadOnlyList<(long One, long Other, int Forth, int Back)> pairs)
    {
        var given = new Dictionary<long, int>(tally.People.Count);
        foreach (var (one, other, forth, back) in pairs)
        {
            given[one] = given.GetValueOrDefault(one) + forth;
            given[other] = given.GetValueOrDefault(other) + back;
        }

        int[] sorted = [.. tally.People.Keys.Select(person => given.GetValueOrDefault(person))];
        Array.Sort(sorted);
        return sorted.Length == 0 ? null : sorted[(sorted.Length - 1) / 2];
    }
}
