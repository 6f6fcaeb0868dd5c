using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
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
    private const int CommittedTogether = 50_000;

    private readonly ObservedSpan _span = new();
    private readonly Dictionary<ChannelId, MessageCreated> _newest = [];
    private readonly Dictionary<CommunityId, CommunityRead> _communities = [];
    private readonly List<ChatEvent> _pending = [];
    private VirtualClock _clock = new(DateTimeOffset.MinValue);
    private long _uncommitted;
    private long _new;
    private long _known;
    private long _outOfOrder;

    /// <exception cref="HistoryException">The history cannot be read. The readers look before they give their first item, so that as a rule nothing is stored.</exception>
    public async Task<ReplayOutcome> RunAsync(HistoryReader reader, IProgress<ReplayProgress>? progress, CancellationToken cancellationToken)
    {
        _clock = new VirtualClock(DateTimeOffset.UnixEpoch);
        await using var engine = new Engine(_clock, database, RulesBook.Fixed(options.Rules), options.Resolver, key: options.Key);
        var feed = new HistoryFeed(reader, options);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = feed.RunAsync(stop.Token);
        try
        {
            while (await feed.Queue.WaitAsync(cancellationToken))
            {
                await TakeAsync(feed.Queue.TryTake()?.Events ?? [], engine, cancellationToken);
                progress?.Report(new ReplayProgress(_new + _known, reader.BytesRead, reader.TotalBytes, _span.To));
            }

            await PlanUntilAsync(_span.To, engine, cancellationToken);
            await MarkAsync(feed, engine, cancellationToken);
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
        Communities = [.. _communities.Select(community => (community.Key, community.Value.Messages)).OrderByDescending(community => community.Messages)],
        Span = _communities.Count < 2 ? _span : _communities.Values.MaxBy(community => community.Messages)!.Span,
    };

    private async Task TakeAsync(IReadOnlyList<ChatEvent> events, Engine engine, CancellationToken cancellationToken)
    {
        foreach (var happened in events)
        {
            if (MovesClock(happened))
            {
                await MoveToAsync(happened, engine, cancellationToken);
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

    /// <summary>Before something is taken, everything that was due before it is planned, with all that came before it stored.</summary>
    private async Task MoveToAsync(ChatEvent happened, Engine engine, CancellationToken cancellationToken)
    {
        var last = _span.To;
        if (_span.Add(happened.At))
        {
            await HandleAsync(engine, cancellationToken);
            await PlanUntilAsync(last, engine, cancellationToken);
            engine.Rest(happened.At);
        }
        else if (IsDueBefore(happened.At, engine))
        {
            await HandleAsync(engine, cancellationToken);
            await PlanUntilAsync(happened.At, engine, cancellationToken);
        }

        if (happened is MessageCreated message)
        {
            _outOfOrder += message.At < last ? 1 : 0;
            Remember(message);
        }
    }

    /// <summary>What is told of channels, members and reactions carries no time of its own in most histories.</summary>
    private static bool MovesClock(ChatEvent happened) => happened is MessageCreated or MessageEdited or MessageDeleted;

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

        foreach (var happened in _pending)
        {
            if (MovesClock(happened))
            {
                _clock.MoveTo(happened.At);
            }
        }

        var handled = await engine.HandleAsync(new ChatEventBatch([.. _pending]), cancellationToken);
        _new += handled.NewMessages;
        _known += handled.KnownMessages;
        _pending.Clear();
    }

    private DateTimeOffset Tick(DateTimeOffset due) => LookingAround.At(due, options.Rules);

    private void Remember(MessageCreated message)
    {
        if (!_communities.TryGetValue(message.Community, out var community))
        {
            _communities.Add(message.Community, community = new CommunityRead());
        }

        community.Messages++;
        community.Span.Add(message.At);
        if (!_newest.TryGetValue(message.Channel, out var newest) || newest.At <= message.At)
        {
            _newest[message.Channel] = message;
        }
    }

    /// <summary>
    /// A history that was read whole is complete up to its last messages. Numbers that are hashes have no order, so they mark nothing.
    /// </summary>
    private async Task MarkAsync(HistoryFeed feed, Engine engine, CancellationToken cancellationToken)
    {
        if (options.Since is null && feed.SkippedCount == 0)
        {
            var marks = _newest.Values.Where(message => message.Id.Text is null).Select(message => new CompleteUpTo(message.Channel, message.Id));
            await engine.HandleAsync(new ChatEventBatch([]) { Marks = [.. marks] }, cancellationToken);
        }
    }

    private sealed class CommunityRead
    {
        public long Messages { get; set; }

        public ObservedSpan Span { get; } = new();
    }
}
