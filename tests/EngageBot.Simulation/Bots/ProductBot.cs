using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Members;
using EngageBot.Nudges;
using EngageBot.Outbox;
using EngageBot.Pipeline;
using EngageBot.ReplyGraph;
using EngageBot.Simulation.Model;
using EngageBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Simulation.Bots;

/// <summary>
/// The product itself: the engine that listens, the half that speaks, a SQLite database, on a platform without a network. It observes for three weeks, goes live with the
/// rules that a community gets, and what members do reaches it as a platform would deliver it.
/// </summary>
internal sealed class ProductBot : Bot, IAsyncDisposable
{
    /// <summary>What changes by time alone, as a post that leaves the board, is looked at so often; live it is every half minute, which changes nothing here.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromHours(8);

    /// <summary>What is to be said in public and held back is looked at again so soon; live it is each minute. Asks are sent when they are due.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(2);

    private readonly TestDatabase _database;
    private readonly VirtualClock _clock;
    private readonly ChatEventQueue _queue = new();
    private readonly RulesBook _book;
    private readonly Engine _engine;
    private readonly Speaker _speaker;
    private readonly ChatEventWorker _worker;
    private readonly CommandRouter _router;
    private readonly HashSet<int> _known = [];
    private Helpers? _helpers;
    private DbConnection? _looking;
    private DateTimeOffset? _speaksAt;
    private long _nudges;
    private bool _wasTold;

    public ProductBot(TestDatabase database, VirtualClock clock, Habits habits)
    {
        (_database, _clock) = (database, clock);
        Rules = new CommunityRules
        {
            BoardChannel = "#board",
            Approvals = 0, // Nobody here reads what moderators are shown.
            PublicStep = habits.HasPublicReplies ? PublicStep.Reply : PublicStep.Board,
            QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), habits.Zone),
        };
        Platform = new FakeChatPlatform(clock);
        _book = RulesBook.Fixed(Rules);
        _engine = new Engine(clock, database.Source, _book, ResolverKind.Rules, isLive: true, _ => true);
        _speaker = new Speaker(database.Source, _book, [Platform], TellAsync, new OutboxJournal(NullLogger<OutboxJournal>.Instance, health: null));
        _worker = new ChatEventWorker(_queue, _engine, clock, NullLogger<ChatEventWorker>.Instance);
        _router = new CommandRouter(
            [new HelperCommand(DecideAsync), new AskCommand(database.Source, _book, new Visibility([Platform]), DecideAsync)], NullLogger<CommandRouter>.Instance);
    }

    public CommunityRules Rules { get; }

    public FakeChatPlatform Platform { get; }

    /// <summary>A line for each promise that was broken.</summary>
    public IReadOnlyList<string> Broken => _helpers?.Broken ?? [];

    public override bool HearsChat => true;

    /// <summary>Engine and speaker, whoever is first.</summary>
    public override DateTimeOffset? NextTurn => _engine.NextDue is { } due && (_speaksAt is null || due < _speaksAt) ? due : _speaksAt;

    public override async Task BeginAsync(CancellationToken cancellationToken)
    {
        var names = Enumerable.Range(0, World.Habits.Channels).Select(number => $"help-{number}").Concat(["lounge", "board"]);
        foreach (var name in names)
        {
            await _queue.EnqueueAsync(LiveStory.Channel(name) with { At = World.Now }, cancellationToken);
        }

        await _worker.RunOnceAsync(cancellationToken);
        _looking = await _database.Source.OpenConnectionAsync(cancellationToken);
        // Live it is drawn anew in each installation; here the same seed is to give the same run.
        await NumberAsync($"UPDATE communities SET hold_out_salt = X'{(long)(long.MaxValue * Chance.Of(World.Habits.Seed, Drawn.Salt)):X16}'", cancellationToken);
        World.At(Span.Live, async stop =>
        {
            await new CommunitySwitch(_database.Source).GoLiveAsync(TestTime.Community, World.Now, stop);
            _speaksAt = World.Now;
        });
        _helpers = new Helpers(World, this);
        _helpers.Begin();
    }

    public override async Task HearAsync(MessageCreated message, Person author, CancellationToken cancellationToken)
    {
        if (_known.Add(author.Number))
        {
            await _queue.EnqueueAsync(new MemberSeen(TestTime.Community, World.Now, message.Author) { Name = author.Name, JoinedAt = author.JoinsAt }, cancellationToken);
        }

        await _queue.EnqueueAsync(message, cancellationToken);
        if (message.Channel.Value != "lounge" || _queue.Depth > 200)
        {
            await ListenAsync(message, cancellationToken);
        }
    }

    public override async Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        await _worker.RunOnceAsync(cancellationToken);
        if (World.Now >= _speaksAt || await HasPlannedAsync(cancellationToken))
        {
            await SpeakAsync(cancellationToken);
        }
    }

    /// <summary>A member writes a command or presses a button.</summary>
    public async Task<CommandReply> AskedForAsync(Func<Asker, CommandRequest> request, Person person, CancellationToken cancellationToken)
    {
        var reply = await _router.RunAsync(request(new Asker(TestTime.Community, TestTime.Member(person.Name), World.Now)), cancellationToken);
        await SpeakAsync(cancellationToken);
        return reply;
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _speaker.DisposeAsync();
        if (_looking is not null)
        {
            await _looking.DisposeAsync();
        }
    }

    private async Task ListenAsync(MessageCreated message, CancellationToken cancellationToken)
    {
        if (message.Channel.Value != "lounge")
        {
            Platform.Receive(message); // Posts and replies are fetched before the bot speaks of them.
        }

        await _worker.RunOnceAsync(cancellationToken);
        if (message.ReplyTo is { } answered && _helpers!.HaveSeen(answered.Number))
        {
            await SpeakAsync(cancellationToken);
        }
    }

    /// <summary>Says what is to be said; where that brings news to the listening half, and that something to be said, once more.</summary>
    private async Task SpeakAsync(CancellationToken cancellationToken)
    {
        if (World.Now < Span.Live)
        {
            return;
        }

        do
        {
            _wasTold = false;
            await _speaker.RunOnceAsync(World.Now, cancellationToken);
            await _worker.RunOnceAsync(cancellationToken);
        }
        while (await HasPlannedAsync(cancellationToken) || _wasTold);

        var (now, ask, any) = (World.Now, await DueAsync($"kind = {OutboxKind.Ask:D}", cancellationToken), await DueAsync("kind > 0", cancellationToken));
        _speaksAt = now + (any is null ? Round : Rest);
        _speaksAt = ask < _speaksAt ? (ask > now ? ask : now.AddSeconds(1)) : _speaksAt;
    }

    private async Task<DateTimeOffset?> DueAsync(string which, CancellationToken cancellationToken)
    {
        var due = await NumberAsync($"SELECT MIN(next_at) FROM outbox WHERE next_at IS NOT NULL AND {which}", cancellationToken);
        return due is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    /// <summary>Whether the engine has planned anything since the last look.</summary>
    private async Task<bool> HasPlannedAsync(CancellationToken cancellationToken)
    {
        var before = _nudges;
        _nudges = await NumberAsync("SELECT COUNT(*) FROM nudges", cancellationToken) ?? 0;
        return _nudges != before;
    }

    private async Task<long?> NumberAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _looking!.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    private async ValueTask TellAsync(ChatEvent report, CancellationToken cancellationToken)
    {
        _wasTold = true;
        await _queue.EnqueueAsync(report, cancellationToken);
    }

    private async Task DecideAsync(ChatEvent decision, CancellationToken cancellationToken)
    {
        await _queue.EnqueueAsync(decision, cancellationToken);
        await _worker.RunOnceAsync(cancellationToken);
    }
}
