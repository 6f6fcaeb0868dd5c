using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace EngageBot.Tests.Fakes.Slack;

/// <summary>A socket without any wits of its own.</summary>
internal sealed class SlackSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _guard = new(TimeSpan.FromSeconds(30), TimeProvider.System);

    public static async Task<SlackSocket> ConnectAsync(Uri address)
    {
        var socket = new SlackSocket();
        await socket._socket.ConnectAsync(address, socket._guard.Token);
        return socket;
    }

    public async Task<JsonObject> ReceiveAsync() => JsonNode.Parse(await ReceiveTextAsync() ?? throw new InvalidOperationException("The socket was closed."))!.AsObject();

    /// <summary>An event, acknowledged.</summary>
    public async Task<JsonObject> TakeAsync()
    {
        var envelope = await ReceiveAsync();
        await AckAsync(envelope);
        return envelope["payload"]!.AsObject();
    }

    public Task AckAsync(JsonObject envelope, JsonObject? payload = null)
    {
        var ack = new JsonObject { ["envelope_id"] = envelope["envelope_id"]!.ToString() };
        if (payload is not null)
        {
            ack["payload"] = payload;
        }

        return SendAsync(ack.ToJsonString());
    }

    public async Task SendAsync(string text) => await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, _guard.Token);

    /// <summary>Whether it is closed next, or cut.</summary>
    public async Task<bool> IsOverAsync()
    {
        try
        {
            return await ReceiveTextAsync() is null;
        }
        catch (WebSocketException)
        {
            return true;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _guard.Dispose();
    }

    private async Task<string?> ReceiveTextAsync()
    {
        var buffer = new byte[65_536];
        var length = 0;
        while (true)
        {
            var result = await _socket.ReceiveAsync(buffer.AsMemory(length), _guard.Token);
            length += result.Count;
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (result.EndOfMessage)
            {
                return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
    }
}
