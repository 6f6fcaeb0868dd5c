using System.Runtime.InteropServices;

namespace EngageBot.Host.CommandLine;

/// <summary>Told to stop once, the program stores what has arrived; told twice, it ends at once. Nothing is lost by that: what was not committed comes again at the next start.</summary>
internal sealed class SecondSignal : IDisposable
{
    private readonly PosixSignalRegistration[] _signals;
    private int _heard;

    public SecondSignal() => _signals = [PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear), PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear)];

    public void Dispose() => Array.ForEach(_signals, signal => signal.Dispose());

    private void Hear(PosixSignalContext context)
    {
        context.Cancel = true; // Who began something is told otherwise.
        if (Interlocked.Increment(ref _heard) == 2)
        {
            Environment.Exit(ExitCode.Stopped);
        }
    }
}
