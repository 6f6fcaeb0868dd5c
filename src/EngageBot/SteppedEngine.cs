using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Members;
using EngageBot.Pipeline;
using EngageBot.Stats.Daily;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EngageBot;

/// <summary>
/// The product, live, on a clock that its owner moves: both halves take their turns when they are told to, in order, so that an hour can pass in a second. For the
/// Playground. One call at a time.
/// </summary>
public sealed class SteppedEngine : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TimeProvider _clock;
    private readonly ChatEventQueue _queue;
    private readonly Engine _engine;
    private readonly Speaker _speaker;
    private readonly DayKeeper _days;
    private readonly ChatEventWorker _worker;
    private long _rulesVersion = -1;

    /// <param name="services">The clock, the database, the platforms and a log; the product is added here.</param>
    public SteppedEngine(IServiceCollection services, CommunityRules rules)
    {
        services.AddSingleton<Decide>(DecideAsync);
        services.AddSingleton(ErasureKey.InMemory());
        _services = services.AddLiveEngine(rules).BuildServiceProvider();
        _clock = _services.GetRequiredService<TimeProvider>();
        _queue = _services.GetRequiredService<ChatEventQueue>();
        _engine = _services.GetRequiredService<Engine>();
        _speaker = _services.GetRequiredService<Speaker>();
        _days = _services.GetRequiredService<DayKeeper>();
        _worker = new ChatEventWorker(_queue, _engine, _clock, _services.GetRequiredService<ILogger<ChatEventWorker>>());
    }

    /// <summary>All that it is made of.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Takes what members ask.</summary>
    public CommandRouter Commands => _services.GetRequiredService<CommandRouter>();

    /// <summary>The rules as they are now.</summary>
    public RulesBook Rules => _services.GetRequiredService<RulesBook>();

    /// <summary>The half that listens hears of these, and stores them.</summary>
    public async Task HearAsync(IEnumerable<ChatEvent> events, CancellationToken cancellationToken)
    {
        foreach (var happened in events)
        {
            await _queue.EnqueueAsync(happened, cancellationToken);
            if (_queue.Depth >= ChatEventQueue.LargestBatch)
            {
                await ListenAsync(cancellationToken);
            }
        }

        await ListenAsync(cancellationToken);
    }

    /// <summary>Both halves do what is due by now.</summary>
    public async Task TurnAsync(CancellationToken cancellationToken)
    {
        await HeedRulesAsync(cancellationToken);
        await ListenAsync(cancellationToken);
        await _speaker.RunOnceAsync(_clock.GetUtcNow(), cancellationToken);
        if (_queue.Depth > 0)
        {
            await ListenAsync(cancellationToken);
        }
    }

    /// <summary>When there is next something to do without anything new having happened; null for never.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        (_engine.NextDue, await _speaker.NextDueAsync(cancellationToken)) switch
        {
            ({ } plan, { } say) => plan < say ? plan : say,
            var (plan, say) => plan ?? say,
        };

    /// <summary>From now on the bot speaks.</summary>
    public Task GoLiveAsync(CommunityId community, CancellationToken cancellationToken) =>
        _services.GetRequiredService<CommunitySwitch>().GoLiveAsync(community, _clock.GetUtcNow(), cancellationToken);

    /// <summary>Prepares the figures of the days that are over.</summary>
    public Task PackDaysAsync(CancellationToken cancellationToken) => _days.RunOnceAsync(_clock.GetUtcNow(), cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>By other rules other moments count: what waits is looked at anew, as by the worker of a program that runs.</summary>
    private async Task HeedRulesAsync(CancellationToken cancellationToken)
    {
        await Rules.RefreshAsync(cancellationToken);
        if (Rules.Version != _rulesVersion)
        {
            _rulesVersion = Rules.Version;
            await _queue.EnqueueAsync(new QueuedEvent(null), cancellationToken);
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        do
        {
            await _worker.RunOnceAsync(cancellationToken);
        }
        while (_queue.Depth > 0);
    }

    private async Task DecideAsync(ChatEvent decision, CancellationToken cancellationToken)
    {
        await _queue.EnqueueAsync(decision, cancellationToken);
        await ListenAsync(cancellationToken);
    }
}
