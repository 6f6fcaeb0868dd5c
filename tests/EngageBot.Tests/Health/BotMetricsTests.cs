using System.Diagnostics.Metrics;
using EngageBot.Chat;
using EngageBot.Health;
using EngageBot.TestKit;

namespace EngageBot.Tests.Health;

/// <summary>What the bot does in figures.</summary>
public sealed class BotMetricsTests : IDisposable
{
    private readonly BotMetrics _metrics = new(() => 7);
    private readonly MeterListener _listener = new();
    private readonly List<string> _heard = [];

    public BotMetricsTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == BotMetrics.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _metrics.Dispose();
    }

    [Fact]
    public void Messages_are_counted_by_their_platform_with_how_late_they_were_stored()
    {
        _metrics.Committed(
            [
                A.Message("hello zanzibar").Id(1).By("ada").In("help").At(TestTime.Noon).Build(),
                new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member("ada")) { Name = "Ada" },
            ],
            TestTime.Noon.AddSeconds(3),
            TimeSpan.FromMilliseconds(20));

        Assert.Equal(
            [
                "engagebot.database.commit.duration s 0.02", "engagebot.events.handled {event} 1 engagebot.platform=file", "engagebot.events.handled {event} 1 engagebot.platform=file",
                "engagebot.message.lag s 3 engagebot.platform=file", "engagebot.messages.received {message} 1 engagebot.platform=file",
            ],
            Heard("engagebot.database.commit", "engagebot.events", "engagebot.message"));
    }

    [Fact]
    public void What_is_said_is_counted_by_its_form_and_what_came_of_it()
    {
        _metrics.Said(Platform.Slack, "Ask", "taken away");
        _metrics.Retried();

        Assert.Equal(
            ["engagebot.database.retries {attempt} 1", "engagebot.outbox.messages {message} 1 engagebot.platform=slack engagebot.outbox.kind=Ask engagebot.outbox.outcome=taken_away"],
            Heard("engagebot.database.retries", "engagebot.outbox.messages"));
    }

    [Fact]
    public void What_waits_is_told_when_somebody_asks()
    {
        Assert.True(_metrics.CountsOutbox);
        _metrics.Counted(new Dictionary<string, long> { ["planned"] = 2, ["uncertain"] = 0 });
        _listener.RecordObservableInstruments();

        Assert.Contains("engagebot.queue.length {event} 7", _heard);
        Assert.Contains("engagebot.outbox.entries {message} 2 engagebot.outbox.state=planned", _heard);
        Assert.Contains("engagebot.outbox.entries {message} 0 engagebot.outbox.state=uncertain", _heard);
    }

    private List<string> Heard(params string[] beginnings) =>
        [.. _heard.Where(line => beginnings.Any(beginning => line.StartsWith(beginning, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];

    private void Hear<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = FormattableString.Invariant($"{instrument.Name} {instrument.Unit} {value}");
        foreach (var (name, tag) in tags)
        {
            line += $" {name}={tag}";
        }

        lock (_heard)
        {
            if (IsOwn(instrument))
            {
                _heard.Add(line);
            }
        }
    }

    /// <summary>Other tests may run bots of their own meanwhile.</summary>
    private bool IsOwn(Instrument instrument) => _metrics.Has(instrument.Meter);
}
