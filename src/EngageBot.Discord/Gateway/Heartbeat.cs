using EngageBot.Transport;

namespace EngageBot.Discord.Gateway;

/// <summary>
/// Tells Discord that the connection lives, and finds out when it does not. It runs beside the reader: a heartbeat without an answer means a dead line only
/// where the reader has read all there was; the answer may be waiting behind events that nobody has taken yet.
/// <see href="https://discord.com/developers/docs/events/gateway#sending-heartbeats"/>.
/// </summary>
internal sealed class Heartbeat(GatewayConnection connection, TimeProvider time, Func<long?> sequence)
{
    private volatile bool _unanswered;

    /// <summary>Found dead.</summary>
    public bool IsMissing { get; private set; }

    public void Acknowledge() => _unanswered = false;

    /// <summary>Answers a request for a heartbeat.</summary>
    public ValueTask BeatAsync() => connection.SendHeartbeatAsync(GatewayCommands.Heartbeat(sequence()));

    /// <summary>Beats until the connection ends, and ends it when the answers stay away.</summary>
    /// <param name="interval">What Hello asked for.</param>
    /// <param name="jitter">Between 0 and 1, so that many clients do not beat at the same moment.</param>
    public async Task RunAsync(TimeSpan interval, double jitter)
    {
        try
        {
            await Task.Delay(interval * jitter, time, connection.Lifetime);
            while (!_unanswered || !connection.IsWaiting)
            {
                _unanswered = true;
                await BeatAsync();
                await Task.Delay(interval, time, connection.Lifetime);
            }

            IsMissing = true;
            connection.Break();
        }
        catch (Exception error) when (TransportFaults.Include(error))
        {
            // The connection ended; its reader says why.
        }
    }
}
