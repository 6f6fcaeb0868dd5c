using System.Threading.Channels;

namespace EngageBot.Outbox;

/// <summary>Wakes a worker when there may be something to do. Several calls before it wakes are one.</summary>
internal sealed class WorkSignal
{
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private Task<bool>? _waiting;

    public void Set() => _signals.Writer.TryWrite(true);

    /// <summary>Until it is called, or for so long.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        _waiting ??= _signals.Reader.WaitToReadAsync(cancellationToken).AsTask();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_waiting, Task.Delay(atMost, clock, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (_waiting.IsCompleted)
        {
            _signals.Reader.TryRead(out _);
            _waiting = null;
        }
    }
}
