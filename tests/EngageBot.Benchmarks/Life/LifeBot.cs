using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Members;
using EngageBot.Pipeline;
using EngageBot.Privacy.Retention;
using EngageBot.ReplyGraph;
using EngageBot.Stats.Daily;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EngageBot.Benchmarks.Life;

/// <summary>The product as it runs live, made of the same services, on a clock that is moved: the half that listens, and beside it all that works in the background.</summary>
internal sealed class LifeBot : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly VirtualClock _clock;
    private readonly ServiceProvider _services;
    private readonly ChatEventQueue _queue;
    private readonly ChatEventWorker _worker;
    private readonly LifePlatform _platform;
    private readonly LifeParts _parts;
    private readonly DayKeeper _days;
    private readonly TextRemover _remover;
    private readonly Speaker _speaker;
    private readonly Dictionary<string, DateTimeOffset> _doneAt = [];
    private long _removed;

    public LifeBot(LifeStore store, DateTimeOffset now, ResolverKind resolver, LifeParts parts)
    {
        (_parts, _clock) = (parts, new VirtualClock(now));
        _platform = new LifePlatform(_clock);
        _services = new ServiceCollection()
            .AddLogging(log => log.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning))
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(store.Source)
            .AddSingleton<IChatPlatform>(_platform)
            .AddSingleton(ErasureKey.InMemory())
            .AddSingleton(provider => new Engine(_clock, store.Source, provider.GetRequiredService<RulesBook>(), resolver, isLive: true))
            .AddLiveEngine(new CommunityRules { BoardChannel = "board", Approvals = 0 })
            .BuildServiceProvider();
        _queue = _services.GetRequiredService<ChatEventQueue>();
        _worker = new ChatEventWorker(_queue, _services.GetRequiredService<Engine>(), _clock, _services.GetRequiredService<ILogger<ChatEventWorker>>());
        (_days, _remover, _speaker) = (_services.GetRequiredService<DayKeeper>(), _services.GetRequiredService<TextRemover>(), _services.GetRequiredService<Speaker>());
    }

    public long Said => _platform.Said;

    /// <summary>Events arrive, and wait to be stored.</summary>
    public async Task ArriveAsync(IEnumerable<ChatEvent> events, CancellationToken cancellationToken)
    {
        foreach (var happened in events.Concat(_platform.TakeAnswers()))
        {
            await _queue.EnqueueAsync(happened, cancellationToken);
        }
    }

    /// <summary>It is this time; what waits is stored, and what is due planned.</summary>
    public Task ListenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        _clock.MoveTo(now);
        return _parts.TimeAsync("listening", () => _worker.RunOnceAsync(cancellationToken));
    }

    /// <summary>The half that speaks: twice a day, while nothing else is done, as it writes on its own account. In life it does so all the time, but there a day does not pass in ten seconds.</summary>
    public Task SpeakAsync(DateTimeOffset now, CancellationToken cancellationToken) => DoAsync("speaking", now, Hour * 12, () => _speaker.RunOnceAsync(now, cancellationToken));

    /// <summary>Beside those who store: old texts go every hour, as in life; figures of days that are over are prepared twice a day.</summary>
    public async Task KeepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await DoAsync("packing", now, Hour * 12, () => _days.RunOnceAsync(now, cancellationToken));
        await DoAsync("removing", now, Hour, () => RemoveAsync(now, cancellationToken));
    }

    private async Task DoAsync(string part, DateTimeOffset now, TimeSpan every, Func<Task> work)
    {
        if (now - _doneAt.GetValueOrDefault(part) >= every)
        {
            _doneAt[part] = now;
            await _parts.TimeAsync(part, work);
        }
    }

    private async Task RemoveAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var removed = 0;
        while (await _parts.TimeAsync("some texts", () => _remover.RunOnceAsync(now, cancellationToken)) is > 0 and var some)
        {
            removed += some;
        }

        if (removed > 0)
        {
            Interlocked.Add(ref _removed, removed);
            while (await _parts.TimeAsync("giving", () => _remover.GiveBackAsync(cancellationToken)))
            {
                // Until all is given back.
            }

            await _parts.TimeAsync("emptying", () => _remover.EmptyLogAsync(cancellationToken));
        }
    }

    public Task GoLiveAsync(CommunityId community, CancellationToken cancellationToken) =>
        _services.GetRequiredService<CommunitySwitch>().GoLiveAsync(community, _clock.GetUtcNow(), cancellationToken);

    /// <summary>How many texts were taken away since this was last asked.</summary>
    public long TakeRemoved() => Interlocked.Exchange(ref _removed, 0);

    public async ValueTask DisposeAsync()
    {
        await _services.GetRequiredService<Engine>().DisposeAsync();
        await _services.DisposeAsync();
    }
}
