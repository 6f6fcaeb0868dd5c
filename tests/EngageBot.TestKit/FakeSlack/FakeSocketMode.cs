using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>
/// The sockets of an app. They follow <see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/>, check that the client does, and lose, repeat,
/// reorder, delay, close and refuse on demand.
/// </summary>
public sealed class FakeSocketMode
{
    private readonly FakeSlackOptions _options;
    private readonly FakeViolations _violations;
    private readonly string _appId;
    private readonly FakeSocketTickets _tickets;
    private readonly FakeSocketConnections _connections;
    private readonly FakeSocketSender _sender;

    internal FakeSocketMode(FakeSlackOptions options, FakeViolations violations, string appId)
    {
        _options = options;
        _violations = violations;
        _appId = appId;
        _tickets = new FakeSocketTickets(violations);
        _connections = new FakeSocketConnections(options.Connections);
        _sender = new FakeSocketSender(options, violations, _connections);
    }

    /// <summary>Where sockets are opened, without a ticket.</summary>
    public Uri Address { get; internal set; } = new("ws://127.0.0.1/link/");

    /// <summary>How many were opened so far, those that were refused at once among them.</summary>
    public int ConnectionsOpened => _connections.Opened;

    public int ConnectionsOpen => _connections.Open;

    /// <summary>Whether sockets may be opened at all.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>While it is, no socket can be opened, and nobody says why.</summary>
    public bool IsDown { get; set; }

    /// <summary>All that was to be delivered, in order.</summary>
    public IReadOnlyList<FakeDelivery> Deliveries => _sender.Deliveries;

    /// <summary>What goes wrong with a delivery when it is sent for the first time, by its number from 1 on.</summary>
    public Func<FakeDelivery, int, FakeDeliveryFault> Fault
    {
        get => _sender.Fault;
        set => _sender.Fault = value;
    }

    /// <summary>How long each delivery is delayed.</summary>
    public TimeSpan Delay
    {
        get => _sender.Delay;
        set => _sender.Delay = value;
    }

    /// <summary>
    /// Says that connections will be closed, and closes them <see cref="FakeSlackOptions.CloseAfter"/> later: <c>warning</c> (events come until then),
    /// <c>refresh_requested</c>, <c>link_disabled</c> (no other can be opened either).
    /// </summary>
    /// <param name="number">Which one, from 1 on in the order of opening; all of them without.</param>
    public async Task DisconnectAsync(string reason = "warning", int? number = null)
    {
        if (reason == "link_disabled")
        {
            IsEnabled = false;
        }

        var closing = _connections.All.Where(connection => number is null || connection.Number == number).ToList();
        foreach (var connection in closing)
        {
            connection.TakesEnvelopes = reason == "warning";
            await connection.SendAsync(Disconnect(reason));
        }

        _ = CloseLaterAsync(closing);
    }

    /// <summary>Cuts connections without a word.</summary>
    /// <param name="number">Which one, from 1 on in the order of opening; all of them without.</param>
    public void Drop(int? number = null)
    {
        foreach (var connection in _connections.All.Where(connection => number is null || connection.Number == number))
        {
            connection.Abort();
        }
    }

    /// <summary>Sends something of the test's own over every connection.</summary>
    public async Task SendAsync(string text)
    {
        foreach (var connection in _connections.All)
        {
            await connection.SendAsync(text);
        }
    }

    /// <summary>The whole address of a socket, to be used once.</summary>
    internal Uri NewAddress() => new($"{Address}?ticket={_tickets.New()}&app_id={_appId}");

    internal void Deliver(FakeDelivery delivery) => _sender.Deliver(delivery);

    internal async Task ServeAsync(HttpContext http)
    {
        if (IsDown)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (!http.WebSockets.IsWebSocketRequest || !_tickets.Take(http.Request.Query["ticket"].ToString()) || !IsEnabled)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = _options.PingEvery, KeepAliveTimeout = 3 * _options.PingEvery });
        await using var connection = _connections.Enter(socket);
        try
        {
            await ServeAsync(connection, http.RequestAborted);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The line is gone.
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or InvalidOperationException)
        {
            _violations.Add("Not an acknowledgement: " + error.Message);
            await connection.CloseAsync();
        }
        finally
        {
            _connections.Leave(connection);
        }
    }

    private static string Disconnect(string reason) => $$"""{"type":"disconnect","reason":"{{reason}}","debug_info":{"host":"applink-fake"} }""";

    private async Task ServeAsync(FakeSocketConnection connection, CancellationToken cancellationToken)
    {
        if (_connections.Open > _options.Connections)
        {
            await connection.SendAsync(Disconnect("too_many_websockets"));
            await connection.CloseAsync();
            return;
        }

        await connection.SendAsync(
            $$$"""
            {"type":"hello","num_connections":{{{_connections.Open}}},"debug_info":{"host":"applink-fake","build_number":1,"approximate_connection_time":18060},
            "connection_info":{"app_id":"{{{_appId}}}"} }
            """);
        connection.TakesEnvelopes = true;
        _sender.DeliverKept();
        while (await connection.ReceiveAsync(cancellationToken) is { } text)
        {
            _sender.Acknowledge(JsonNode.Parse(text)!.AsObject());
        }

        await connection.CloseAsync();
    }

    private async Task CloseLaterAsync(IReadOnlyList<FakeSocketConnection> closing)
    {
        await Task.Delay(_options.CloseAfter, _options.Clock);
        foreach (var connection in closing)
        {
            await connection.CloseAsync();
        }
    }
}
