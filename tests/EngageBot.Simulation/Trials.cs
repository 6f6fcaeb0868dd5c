namespace EngageBot.Simulation;

/// <summary>Many communities.</summary>
internal static class Trials
{
    /// <summary>Those of so many seeds from one on, in their order, whichever is done first.</summary>
    public static async Task<IReadOnlyList<Trial>> RunAsync(long firstSeed, int draws, int atOnce, Action<Trial>? done, CancellationToken cancellationToken)
    {
        var trials = new Trial[draws];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, draws),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (draw, stop) =>
            {
                trials[draw] = await Trial.RunAsync(firstSeed + draw, stop);
                done?.Invoke(trials[draw]);
            });
        return trials;
    }
}
