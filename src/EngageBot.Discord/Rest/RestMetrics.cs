using System.Diagnostics.Metrics;

namespace EngageBot.Discord.Rest;

/// <summary>What the limits of Discord cost. How long its answers take is in <c>http.client.request.duration</c> of the framework.</summary>
internal static class RestMetrics
{
    private static readonly Meter Meter = new("EngageBot.Discord");

    private static readonly Histogram<double> Waits = Meter.CreateHistogram(
        "discord.client.rate_limit.wait",
        "s",
        "How long calls were held back so as to keep within the limits.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.01, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60] });

    private static readonly Counter<long> Limited = Meter.CreateCounter<long>("discord.client.rate_limit.responses", "{response}", "Answers that said that a limit was passed.");

    public static void Waited(TimeSpan time) => Waits.Record(time.TotalSeconds);

    public static void WasLimited(RateLimitScope scope) => Limited.Add(1, new KeyValuePair<string, object?>("discord.rate_limit.scope", scope.ToString().ToLowerInvariant()));
}
