using EngageBot.Discord.Gateway;
using EngageBot.TestKit;

namespace EngageBot.Tests.Discord.Gateway;

public sealed class HeartbeatTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(40);

    private readonly VirtualClock _clock = new(TestTime.Noon);
    private readonly SilentSocket _socket = new();
    private readonly GatewayConnection _connection;
    private readonly Heartbeat _heart;
    private long? _sequence;

    public HeartbeatTests()
    {
        _connection = new GatewayConnection(_socket, _clock, CancellationToken.None);
        _heart = new Heartbeat(_connection, _clock, () => _sequence);
    }

    [Fact]
    public async Task The_first_beat_comes_somewhere_within_the_interval_and_the_others_after_it()
    {
        var beating = _heart.RunAsync(Interval, jitter: 0.25);
        Advance(seconds: 9.9);
        Assert.Empty(_socket.Sent);
        Advance(seconds: 0.1);
        await SentAsync("""{"op":1,"d":null}""");

        _heart.Acknowledge();
        _sequence = 7;
        Advance(seconds: 40);
        await SentAsync("""{"op":1,"d":null}""", """{"op":1,"d":7}""");

        _connection.Break();
        await beating.WaitAsync(TestTime.Patience);
        Assert.False(_heart.IsMissing);
    }

    [Fact]
    public async Task Without_an_answer_the_line_is_dead_once_the_reader_has_read_all_there_was()
    {
        var beating = _heart.RunAsync(Interval, jitter: 0);
        await SentAsync(1);
        Advance(seconds: 40);
        await SentAsync(2);

        // Nobody was reading so far, and the answers may have come; now somebody waits in vain.
        var receiving = _connection.ReceiveAsync().AsTask();
        Advance(seconds: 40);

        await beating.WaitAsync(TestTime.Patience);
        Assert.True(_heart.IsMissing);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);
    }

    public void Dispose() => _connection.Dispose();

    private void Advance(double seconds) => _clock.MoveTo(_clock.GetUtcNow() + TimeSpan.FromSeconds(seconds));

    private Task SentAsync(int count) => GatewayTestClient.UntilAsync(() => Sent().Length == count);

    private async Task SentAsync(params string[] expected)
    {
        await SentAsync(expected.Length);
        Assert.Equal(expected, Sent());
    }

    private string[] Sent()
    {
        lock (_socket.Sent)
        {
            return [.. _socket.Sent];
        }
    }
}
