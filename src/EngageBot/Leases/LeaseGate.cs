namespace EngageBot.Leases;

/// <summary>
/// What goes out passes here, at the last moment: as long as the process can be sure that nobody has taken over its work. Who is not sure waits; who has lost it is stopped. By the
/// clock of the machine, which goes on while a process is halted.
/// </summary>
public sealed class LeaseGate(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _lost = new();
    private long _renewed = clock.GetTimestamp();

    /// <summary>Cancelled when others have the work.</summary>
    public CancellationToken Lost => _lost.Token;

    public bool IsSure => !_lost.IsCancellationRequested && clock.GetElapsedTime(Volatile.Read(ref _renewed)) < LeaseTimes.Sure;

    /// <summary>A moment before the database was asked, and said that the work is this process's still.</summary>
    public void Renewed(long timestamp) => Volatile.Write(ref _renewed, timestamp);

    public void Lose() => _lost.Cancel();

    /// <exception cref="OperationCanceledException">Others have the work.</exception>
    public async ValueTask PassAsync(CancellationToken cancellationToken)
    {
        while (!IsSure)
        {
            _lost.Token.ThrowIfCancellationRequested();
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    public void Dispose() => _lost.Dispose();
}
