using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Brings deliveries over the sockets of an app, again where they are not acknowledged in time.</summary>
internal sealed class FakeSocketSender(FakeSlackOptions options, FakeViolations violations, FakeSocketConnections connections)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FakeEnvelope> _envelopes = [];
    private readonly List<FakeDelivery> _deliveries = [];
    private readonly List<FakeDelivery> _kept = [];
    private readonly Queue<(FakeSocketConnection Connection, string Json)> _heldBack = [];
    private Task _turn = Task.CompletedTask;

    public Func<FakeDelivery, int, FakeDeliveryFault> Fault { get; set; } = (_, _) => FakeDeliveryFault.None;

    public TimeSpan Delay { get; set; }

    public IReadOnlyList<FakeDelivery> Deliveries
    {
        get
        {
            lock (_gate)
            {
                return [.. _deliveries];
            }
        }
    }

    /// <summary>What happens one after another is sent one after another.</summary>
    public void Deliver(FakeDelivery delivery)
    {
        lock (_gate)
        {
            _deliveries.Add(delivery);
            var number = _deliveries.Count;
            _turn = AfterAsync(_turn, delivery, number);
        }
    }

    /// <summary>What waited for a connection.</summary>
    public void DeliverKept()
    {
        lock (_gate)
        {
            foreach (var delivery in _kept)
            {
                _turn = AfterAsync(_turn, delivery, number: null);
            }

            _kept.Clear();
        }
    }

    public void Acknowledge(JsonObject ack)
    {
        lock (_gate)
        {
            if (!_envelopes.TryGetValue(ack.Text("envelope_id") ?? "", out var envelope))
            {
                violations.Add("An unknown envelope was acknowledged");
                return;
            }

            var late = options.Clock.GetElapsedTime(envelope.SentAt) - options.AckWithin;
            violations.Expect(late <= TimeSpan.Zero, $"An envelope ({envelope.Delivery.Type}) was acknowledged {late} too late");
            violations.Expect(++envelope.Acked <= envelope.Sent, "An envelope was acknowledged more often than it was sent");
            violations.Expect(ack["payload"] is null || !envelope.Delivery.IsEvent, "An event was answered with a payload");
            envelope.Delivery.Ack(ack["payload"]);
        }
    }

    private async Task AfterAsync(Task before, FakeDelivery delivery, int? number)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(Delay, options.Clock);
        await SendAsync(delivery, number is { } first ? Fault(delivery, first) : FakeDeliveryFault.None, last: null);
    }

    private async Task SendAsync(FakeDelivery delivery, FakeDeliveryFault fault, FakeSocketConnection? last)
    {
        if (connections.Next(last) is not { } connection)
        {
            Keep(delivery);
            return;
        }

        // Runs from before the client can know of it, so that a test may let time pass as soon as it does.
        var limit = Task.Delay(options.AckWithin, options.Clock);
        var retry = delivery.Attempts++;
        var envelope = new FakeEnvelope(delivery, options.Clock.GetTimestamp());
        lock (_gate)
        {
            _envelopes.Add(envelope.Id, envelope);
        }

        await WriteAsync(envelope, envelope.Json(retry, retry == 0 ? "" : "timeout"), fault, connection);
        _ = WatchAsync(envelope, connection, limit);
    }

    private async Task WriteAsync(FakeEnvelope envelope, string json, FakeDeliveryFault fault, FakeSocketConnection connection)
    {
        switch (fault)
        {
            case FakeDeliveryFault.Lose:
                return;
            case FakeDeliveryFault.Reorder:
                _heldBack.Enqueue((connection, json));
                envelope.Delivery.Settle();
                return;
            case FakeDeliveryFault.Duplicate:
                envelope.Sent = 2;
                await connection.SendAsync(json);
                await (connections.Next(connection) ?? connection).SendAsync(json);
                break;
            default:
                await connection.SendAsync(json);
                break;
        }

        while (_heldBack.TryDequeue(out var held))
        {
            await held.Connection.SendAsync(held.Json);
        }
    }

    /// <summary>Sends again what was not acknowledged in time, or whose connection went away before it was.</summary>
    private async Task WatchAsync(FakeEnvelope envelope, FakeSocketConnection connection, Task limit)
    {
        var delivery = envelope.Delivery;
        await Task.WhenAny(delivery.Ended, connection.Gone, limit);
        if (delivery.Ended.IsCompleted)
        {
            return;
        }

        // A line that is gone is not the app's fault: it costs none of the repetitions.
        delivery.TimeOuts += connection.IsGone ? 0 : 1;
        if (!delivery.IsEvent || delivery.TimeOuts > options.RetryAfter.Count)
        {
            delivery.GiveUp();
            return;
        }

        if (!connection.IsGone)
        {
            await delivery.PauseAsync(options.RetryAfter[delivery.TimeOuts - 1], options.Clock);
        }

        if (!delivery.Ended.IsCompleted)
        {
            await SendAsync(delivery, FakeDeliveryFault.None, connection);
        }
    }

    private void Keep(FakeDelivery delivery)
    {
        if (!delivery.IsEvent || !options.KeepsUndelivered)
        {
            delivery.GiveUp();
            return;
        }

        lock (_gate)
        {
            _kept.Add(delivery);
        }

        delivery.Settle();
    }
}
