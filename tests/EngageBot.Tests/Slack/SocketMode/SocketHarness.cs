using System.Collections.Concurrent;
using EngageBot.Slack.SocketMode;
using EngageBot.Slack.WebApi;
using EngageBot.TestKit;

namespace EngageBot.Tests.Slack.SocketMode;

/// <summary>A client over sockets without lines; an envelope that stays away fails the test.</summary>
internal sealed class SocketHarness : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly SocketModeClient _client;
    private readonly IAsyncEnumerator<Envelope> _envelopes;
    private readonly List<TalkingSocket> _sockets = [];

    public SocketHarness(SocketModeOptions? options = null)
    {
        var context = new SocketModeContext
        {
            Options = options ?? new SocketModeOptions(),
            Open = _ => Task.FromResult(Opened.TryDequeue(out var result) ? result : new SlackResult<Uri>.Ok(new Uri("wss://wss.slack.com/link/?ticket=very-secret"))),
            Connect = () =>
            {
                lock (_sockets)
                {
                    _sockets.Add(new TalkingSocket(Clock.GetUtcNow()));
                    return _sockets[^1];
                }
            },
            Time = Clock,
            Logger = Log,
        };
        _client = new SocketModeClient(context, new Random(1));
        _envelopes = _client.ReadAsync(_stop.Token).GetAsyncEnumerator(_stop.Token);
        Next = _envelopes.MoveNextAsync().AsTask();
    }

    public VirtualClock Clock { get; } = new(TestTime.Noon);

    public LineLogger<SocketModeClient> Log { get; } = new();

    /// <summary>What Slack says when it is asked for a socket; without any, an address.</summary>
    public ConcurrentQueue<SlackResult<Uri>> Opened { get; } = new();

    /// <summary>The envelope that is waited for.</summary>
    public Task<bool> Next { get; private set; }

    public int Sockets
    {
        get
        {
            lock (_sockets)
            {
                return _sockets.Count;
            }
        }
    }

    /// <summary>A socket, as soon as the client has opened it; the clock goes on meanwhile.</summary>
    public async Task<TalkingSocket> SocketAsync(int number)
    {
        await HeardAsync();
        await UntilAsync(() => Sockets > number, passTime: true);
        lock (_sockets)
        {
            return _sockets[number];
        }
    }

    /// <summary>The clock must not run on before the client has heard a greeting: it would think that none came.</summary>
    private async Task HeardAsync()
    {
        List<TalkingSocket> greeted;
        lock (_sockets)
        {
            greeted = [.. _sockets.Where(socket => socket.IsGreeted)];
        }

        for (var waited = TimeSpan.Zero; waited < TestTime.Patience / 4 && !greeted.TrueForAll(socket => socket.IsHeard); waited += Step)
        {
            await Task.Delay(Step, TimeProvider.System, CancellationToken.None);
        }
    }

    public async Task<Envelope> TakeAsync()
    {
        Assert.True(await Next.WaitAsync(TestTime.Patience));
        var envelope = _envelopes.Current;
        Next = _envelopes.MoveNextAsync().AsTask();
        return envelope;
    }

    public async Task UntilAsync(Func<bool> condition, bool passTime = false)
    {
        using var guard = new CancellationTokenSource(TestTime.Patience);
        while (!condition())
        {
            if (passTime)
            {
                Clock.MoveTo(Clock.GetUtcNow() + TimeSpan.FromMilliseconds(250));
            }

            Assert.False(guard.IsCancellationRequested, $"Waited in vain, with {Sockets} sockets; the log: {string.Join('\n', Log.Lines)}");
            await Task.Delay(Step, TimeProvider.System, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await ((Task)Next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _envelopes.DisposeAsync();
        _client.Dispose();
        _stop.Dispose();
    }
}
