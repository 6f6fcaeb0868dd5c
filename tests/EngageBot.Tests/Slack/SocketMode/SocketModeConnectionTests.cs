using System.Net.WebSockets;
using EngageBot.Slack.SocketMode;
using EngageBot.TestKit;
using EngageBot.Transport;

namespace EngageBot.Tests.Slack.SocketMode;

public sealed class SocketModeConnectionTests
{
    [Fact]
    public async Task Those_who_wait_to_send_while_the_connection_goes_are_told()
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var connection = new SocketModeConnection(new StuckSocket(), TimeProvider.System, CancellationToken.None);
            var sending = Enumerable.Range(0, 8).Select(_ => connection.SendAsync(new byte[8], CancellationToken.None).AsTask()).ToList();

            connection.Break();
            connection.Dispose();

            foreach (var send in sending)
            {
                var fault = await Record.ExceptionAsync(() => send.WaitAsync(TestTime.Patience));
                Assert.True(fault is not TimeoutException && TransportFaults.Include(fault!), $"{fault}");
            }
        }
    }

    /// <summary>A line that takes nothing any more.</summary>
    private sealed class StuckSocket : IWebSocketConnection
    {
        public WebSocketCloseStatus? CloseStatus => null;

        public string? CloseDescription => null;

        public Task ConnectAsync(Uri address, CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) => throw new NotSupportedException();

        public async ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken) =>
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

        public Task CloseAsync(WebSocketCloseStatus status, CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            // Nothing is open.
        }
    }
}
