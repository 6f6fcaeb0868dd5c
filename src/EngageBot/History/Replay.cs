using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Pipeline;
using EngageBot.Stats;

namespace EngageBot.History;

/// <summary>
/// Sends a history through the live pipeline under a virtual clock: its messages are stored and linked, and what the bot would have said is planned at the
/// moment when it would have been. What is stored already is left as it is, its plans too.
/// </summary>
public sealed class Replay(DbDataSource database, ReplayOptions options)
{
    /// <summary>Larger than the live batches: nobody waits for the commit, and pages written over and over are written once.</summary>
    private const int CommittedTogether = 20_000;

    private readonly ObservedSpan _span = new();
    private readonly Dictionary<ChannelId, MessageCreated> _newest = [];
    private readonly Dictionary<CommunityId, long> _communities = [];
    private readonly List<ChatEvent> _pending = [];
    private VirtualClock _clock = new(DateTimeOffset.MinValue);
    private long _uncommitted;
    private long _new;
    private long _known;
    private long _outOfOrder;

    /// <exception cref="HistoryException">The history cannot be read; nothing is stored.</exception>
    public async Task<ReplayOutcome> RunAsync(HistoryReader reader, IProgress<ReplayProgress>? progress, CancellationToken cancellationToken)
    {
        _clock = new VirtualClock(DateTimeOffset.UnixEpoch);
        await using var engine = new Engine(_clock, database, options.Rules);
        var feed = new HistoryFeed(reader, options);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = feed.RunAsync(stop.Token);
        try
        {
            await foreach (var batch in feed.Queue.BatchesAsync(cancellationToken))
            {
                await TakeAsync(batch, engine, cancellationToken);
                progress?.Report(new ReplayProgress(_new + _known, reader.BytesRead, reader.TotalBytes, _span.To));
            }

            await PlanUntilAsync(_span.To, engine, cancellationToken);
            await MarkAsync(engine, cancellationToken);
            await engine.FlushAsync(cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }

        return Outcome(feed);
    }

    private ReplayOutcome Outcome(HistoryFeed feed) => new()
    {
        NewMessages = _new,
        KnownMessages = _known,
        SkippedMessages = feed.SkippedCount,
        FirstSkipped = feed.FirstSkipped,
        OutOfOrder = _outOfOrder,
        Communities = [.. _communities.Select(community => (community.Key, community.Value)).OrderByDescending(community => community.Value)],
        Span = _span,
    };

    private async Task TakeAsync(IReadOnlyList<ChatEvent> events, Engine engine, CancellationToken cancellationToken)
    {
        foreach (var happened in events)
        {
            if (happened is MessageCreated message)
            {
                await MoveToAsync(message, engine, cancellationToken);
            }

            _pending.Add(happened);
            if (_pending.Count >= ChatEventQueue.LargestBatch)
            {
                await HandleAsync(engine, cancellationToken);
            }
        }

        await HandleAsync(engine, cancellationToken);
        _uncommitted += events.Count;
        if (_uncommitted >= CommittedTogether)
        {
            await engine.FlushAsync(cancellationToken);
            _uncommitted = 0;
        }
    }

    /// <summary>Before a message is taken, everything that was due before it is planned, with all that came before it stored.</summary>
    private async Task MoveToAsync(MessageCreated message, Engine engine, CancellationToken cancellationToken)
    {
        var last = _span.To;
        _outOfOrder += message.At < last ? 1 : 0;
        if (_span.Add(message.At))
        {
            await HandleAsync(engine, cancellationToken);
            await PlanUntilAsync(last, engine, cancellationToken);
            engine.Rest();
        }
        else if (IsDueBefore(message.At, engine))
        {
            await HandleAsync(engine, cancellationToken);
            await PlanUntilAsync(message.At, engine, cancellationToken);
        }

        Remember(message);
    }

    /// <summary>Something watched is due, or something pending could be.</summary>
    private bool IsDueBefore(DateTimeOffset moment, Engine engine) =>
        (engine.NextDue is { } due && Tick(due) <= moment)
        || (_pending.Count > 0 && moment - _pending[0].At >= options.Rules.WaitAtLeast / 2);

    private async Task PlanUntilAsync(DateTimeOffset moment, Engine engine, CancellationToken cancellationToken)
    {
        while (engine.NextDue is { } due && Tick(due) <= moment)
        {
            _clock.MoveTo(Tick(due));
            await engine.PlanAsync(cancellationToken);
        }
    }

    private async Task HandleAsync(Engine engine, CancellationToken cancellationToken)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        _clock.MoveTo(_pending.Max(happened => happened.At));
        var handled = await engine.HandleAsync(new ChatEventBatch([.. _pending]), cancellationToken);
        _new += handled.NewMessages;
        _known += handled.KnownMessages;
        _pending.Clear();
    }

    /// <summary>The bot looks around every five minutes; oftener where the rules' waits are shorter.</summary>
    private DateTimeOffset Tick(DateTimeOffset due)
    {
        var step = Math.Clamp(options.Rules.WaitAtLeast.Ticks / 6, TimeSpan.TicksPerSecond, 5 * TimeSpan.TicksPerMinute);
        return new DateTimeOffset((due.UtcTicks + step - 1) / step * step, TimeSpan.Zero);
    }

    private void Remember(MessageCreated message)
    {
        _communities[message.Community] = _communities.GetValueOrDefault(message.Community) + 1;
        if (!_newest.TryGetValue(message.Channel, out var newest) || newest.At <= message.At)
        {
            _newest[message.Channel] = message;
        }
    }

    /// <summary>A history that was read to its end is complete up to its last messages.</summary>
    private async Task MarkAsync(Engine engine, CancellationToken cancellationToken) => await engine.HandleAsync(
        new ChatEventBatch([]) { Marks = [.. _newest.Values.Select(message => new CompleteUpTo(message.Channel, message.Id))] },
        cancellationToken);
}
