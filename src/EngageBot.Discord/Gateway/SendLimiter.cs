namespace EngageBot.Discord.Gateway;

/// <summary>
/// At most 120 sends a connection in 60 seconds; who sends more is disconnected. Room is kept for heartbeats, which never wait.
/// <see href="https://discord.com/developers/docs/events/gateway#rate-limiting"/>.
/// </summary>
internal sealed class SendLimiter(TimeProvider time)
{
    private const int Sends = 120;

    /// <summary>Heartbeats of a minute, even where Discord asks for one in between now and then.</summary>
    private const int KeptForHeartbeats = 10;

    /// <summary>A little more than the documented minute: the line may bring two sends closer together.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(61);

    private readonly Queue<long> _sent = [];
    private readonly Lock _gate = new();

    /// <summary>Counts a heartbeat.</summary>
    public void Heartbeat()
    {
        lock (_gate)
        {
            Forget();
            _sent.Enqueue(time.GetTimestamp());
        }
    }

    /// <summary>Waits until something may be sent, and counts it.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (Take() is { } wait)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private TimeSpan? Take()
    {
        lock (_gate)
        {
            Forget();
            if (_sent.Count < Sends - KeptForHeartbeats)
            {
                _sent.Enqueue(time.GetTimestamp());
                return null;
            }

            var rest = Window - time.GetElapsedTime(_sent.Peek());
            return rest > TimeSpan.FromMilliseconds(1) ? rest : TimeSpan.FromMilliseconds(1);
        }
    }

    private void Forget()
    {
        while (_sent.TryPeek(out var sent) && time.GetElapsedTime(sent) >= Window)
        {
            _sent.Dequeue();
        }
    }
}
