using System.Diagnostics.Metrics;
using EngageBot.Chat;

namespace EngageBot.Health;

/// <summary>
/// What the bot does in figures, for whoever watches over it: by the names and units of OpenTelemetry's conventions. Nothing in them is of a community or a person: neither ids nor
/// names nor words. <see href="https://opentelemetry.io/docs/specs/semconv/general/naming/"/>.
/// </summary>
public sealed class BotMetrics : IDisposable
{
    /// <summary>What whoever listens asks for.</summary>
    public const string Name = "EngageBot";

    private const string OfPlatform = "engagebot.platform";

    /// <summary>Seconds; from at once to a history that is read up.</summary>
    private static readonly InstrumentAdvice<double> Lags = new() { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3_600, 86_400] };

    private static readonly InstrumentAdvice<double> Durations = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };

    private readonly Meter _meter;
    private readonly Counter<long> _messages;
    private readonly Counter<long> _events;
    private readonly Histogram<double> _lag;
    private readonly Histogram<double> _commits;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _said;
    private readonly ObservableUpDownCounter<long> _waiting;
    private IReadOnlyDictionary<string, long> _outbox = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <param name="queued">How many events wait to be stored.</param>
    public BotMetrics(Func<int> queued)
    {
        _meter = new Meter(Name);
        _messages = _meter.CreateCounter<long>("engagebot.messages.received", "{message}", "Messages that were stored, each time that they were brought.");
        _events = _meter.CreateCounter<long>("engagebot.events.handled", "{event}", "Whatever happened on a platform, messages among it.");
        _lag = _meter.CreateHistogram("engagebot.message.lag", "s", "From the moment at which a message was written until it was stored.", tags: null, Lags);
        _commits = _meter.CreateHistogram("engagebot.database.commit.duration", "s", "How long it took to store what had arrived together.", tags: null, Durations);
        _retries = _meter.CreateCounter<long>("engagebot.database.retries", "{attempt}", "Attempts to store something that failed and were made again.");
        _said = _meter.CreateCounter<long>("engagebot.outbox.messages", "{message}", "What the bot said, changed, took away, or was refused.");
        _meter.CreateObservableUpDownCounter("engagebot.queue.length", () => queued(), "{event}", "Events that wait to be stored.");
        _waiting = _meter.CreateObservableUpDownCounter("engagebot.outbox.entries", Waiting, "{message}", "What is still to be done of what the bot says, by how it stands with it.");
    }

    /// <summary>Whether anybody wants to know how much waits in the outbox.</summary>
    internal bool CountsOutbox => _waiting.Enabled;

    /// <summary>Events were stored, together.</summary>
    internal void Committed(IReadOnlyList<ChatEvent> events, DateTimeOffset now, TimeSpan took)
    {
        _commits.Record(took.TotalSeconds);
        foreach (var happened in events)
        {
            var platform = Of(happened.Community.Platform);
            _events.Add(1, platform);
            if (happened is MessageCreated message)
            {
                _messages.Add(1, platform);
                _lag.Record(Math.Max(0, (now - message.At).TotalSeconds), platform);
            }
        }
    }

    /// <summary>The database did not take it, and is tried again.</summary>
    internal void Retried() => _retries.Add(1);

    /// <param name="kind">The form of what was said: one of few.</param>
    /// <param name="outcome">said, changed, taken away or refused.</param>
    internal void Said(Platform platform, string kind, string outcome) =>
        _said.Add(1, Of(platform), new("engagebot.outbox.kind", kind), new("engagebot.outbox.outcome", outcome.Replace(' ', '_')));

    /// <summary>How much of what the bot says is still to be done, by its state.</summary>
    internal void Counted(IReadOnlyDictionary<string, long> entries) => _outbox = entries;

    internal bool Has(Meter meter) => ReferenceEquals(meter, _meter);

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> Waiting() => _outbox.Select(state => new Measurement<long>(state.Value, new KeyValuePair<string, object?>("engagebot.outbox.state", state.Key)));

    private static KeyValuePair<string, object?> Of(Platform platform) => new(OfPlatform, Word(platform.ToString()));

    private static string Word(string name) => name.ToLowerInvariant();
}
