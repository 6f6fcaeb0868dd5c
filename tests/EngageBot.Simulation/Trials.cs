namespace EngageBot.Simulation;

/// <summary>Many communities.</summary>
internal static class Trials
{
    /// <summary>In the order of their seeds, whichever is done first.</summary>
    public static async Task<IReadOnlyList<Trial>> RunAsync(IReadOnlyList<long> seeds, int atOnce, Action<Trial>? done, CancellationToken cancellationToken)
    {
        var trials = new Trial[seeds.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, seeds.Count),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (draw, stop) =>
            {
                trials[draw] = await Trial.RunAsync(seeds[draw], stop);
                done?.Invoke(trials[draw]);
            });
        return trials;
    }
}
