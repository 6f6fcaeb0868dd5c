namespace EngageBot.Stats.Daily;

/// <summary>What of a tally must be put in order, which takes longest: apart, so that two periods can be done side by side.</summary>
internal sealed record OrderedTally(ResponseTimes? Times, ConnectorFigures Connectors, int Pairs, int MutualPairs)
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
            pairs.Count(pair => pair is { Forth: > 0, Back: > 0 }));
    }
}
