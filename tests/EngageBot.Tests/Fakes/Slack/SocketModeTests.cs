using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace EngageBot.Tests.Fakes.Slack;

public sealed class SocketModeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_socket_says_hello_and_brings_what_happens()
    {
        await using var slack = await SlackServer.StartAsync();
        using var socket = await slack.ConnectAsync();

        var said = await slack.Workspace.PostAsync(slack.User, slack.Channel, "hello");

        var envelope = await socket.ReceiveAsync();
        Assert.Equal("events_api", envelope["type"]!.ToString());
        Assert.False(envelope["accepts_response_payload"]!.GetValue<bool>());
        var payload = envelope["payload"]!;
        Assert.Equal(
            [slack.Workspace.TeamId, slack.Fake.App.Id, "event_callback", slack.Workspace.BotUserId],
            [payload["team_id"]!.ToString(), payload["api_app_id"]!.ToString(), payload["type"]!.ToString(), payload["authorizations"]![0]!["user_id"]!.ToString()]);
        Assert.Equal(
            ["message", "hello", slack.User, slack.Channel, "channel", said.Ts],
            new[] { "type", "text", "user", "channel", "channel_type", "ts" }.Select(name => payload["event"]![name]!.ToString()));
        await socket.AckAsync(envelope);
        Assert.True(await slack.Sockets.Deliveries[0].Ended);
    }

    [Fact]
    public async Task What_people_do_ends_when_it_is_acknowledged()
    {
        await using var slack = await SlackServer.StartAsync();
        using var socket = await slack.ConnectAsync();
        slack.Workspace.WaitsForAcks = true;

        var posting = slack.Workspace.PostAsync(slack.User, slack.Channel, "hello");
        var envelope = await socket.ReceiveAsync();

        Assert.False(posting.IsCompleted);
        await socket.AckAsync(envelope);
        await posting;
    }

    [Fact]
    public async Task A_ticket_opens_one_socket()
    {
        await using var slack = await SlackServer.StartAsync();
        var address = await slack.NewSocketAddressAsync();
        using var first = await SlackSocket.ConnectAsync(address);

        await Assert.ThrowsAsync<WebSocketException>(() => SlackSocket.ConnectAsync(address));
        await Assert.ThrowsAsync<WebSocketException>(() => SlackSocket.ConnectAsync(new Uri(address.OriginalString.Replace("ticket=", "ticket=x", StringComparison.Ordinal))));

        Assert.Equal(["A socket was opened with a used ticket", "A socket was opened with an unknown ticket"], slack.Violations.Take());
    }

    [Fact]
    public async Task A_socket_is_opened_with_the_apps_token_and_its_scope()
    {
        await using var slack = await SlackServer.StartAsync();

        Assert.Equal("not_allowed_token_type", await slack.ErrorAsync("apps.connections.open"));
        slack.Fake.App.Scopes.Clear();
        Assert.Equal("missing_scope", (await slack.SendAsync("apps.connections.open", SlackServer.Form(), slack.Fake.App.Token)).Body["error"]!.ToString());
    }

    [Fact]
    public async Task Connections_take_turns()
    {
        await using var slack = await SlackServer.StartAsync();
        using var first = await slack.ConnectAsync();
        using var second = await slack.ConnectAsync();

        for (var count = 0; count < 4; count++)
        {
            await slack.Workspace.PostAsync(slack.User, slack.Channel, $"{count}");
        }

        Assert.Equal(["0", "2"], [Said(await first.TakeAsync()), Said(await first.TakeAsync())]);
        Assert.Equal(["1", "3"], [Said(await second.TakeAsync()), Said(await second.TakeAsync())]);
    }

    [Fact]
    public async Task One_connection_too_many_is_refused()
    {
        await using var slack = await SlackServer.StartAsync(options => options with { Connections = 1 });
        using var first = await slack.ConnectAsync();
        using var second = await SlackSocket.ConnectAsync(await slack.NewSocketAddressAsync());

        Assert.Equal("too_many_websockets", (await second.ReceiveAsync())["reason"]!.ToString());
        Assert.True(await second.IsOverAsync());
        await slack.Workspace.PostAsync(slack.User, slack.Channel, "hello");
        Assert.Equal("hello", Said(await first.TakeAsync()));
    }

    [Fact]
    public async Task What_is_not_acknowledged_in_time_comes_again_over_another_connection()
    {
        await using var slack = await SlackServer.StartAsync();
        using var first = await slack.ConnectAsync();
        using var second = await slack.ConnectAsync();
        await slack.Workspace.PostAsync(slack.User, slack.Channel, "hello");
        var late = await first.ReceiveAsync();

        slack.Pass(3 * Second);

        var again = await second.ReceiveAsync();
        Assert.Equal(late["payload"]!["event_id"]!.ToString(), again["payload"]!["event_id"]!.ToString());
        Assert.Equal(["1", "timeout"], [again["retry_attempt"]!.ToString(), again["retry_reason"]!.ToString()]);
        await second.AckAsync(again);
        Assert.True(await slack.Sockets.Deliveries[0].Ended);
    }

    [Fact]
    public async Task What_is_never_acknowledged_is_given_up()
    {
        await using var slack = await SlackServer.StartAsync(options => options with { RetryAfter = [TimeSpan.Zero] });
        using var socket = await slack.ConnectAsync();
        await slack.Workspace.PostAsync(slack.User, slack.Channel, "hello");

        await socket.ReceiveAsync();
        slack.Pass(3 * Second);
        await socket.ReceiveAsync();
        slack.Pass(3 * Second);

        Assert.False(await slack.Sockets.Deliveries[0].Ended);
        Assert.Equal(2, slack.Sockets.Deliveries[0].Attempts);
    }

    [Fact]
    public async Task An_acknowledgement_that_is_late_unknown_or_one_too_many_is_a_violation()
    {
        await using var slack = await SlackServer.StartAsync();
        using var socket = await slack.ConnectAsync();
        await slack.Workspace.PostAsync(slack.User, slack.Channel, "hello");
        var envelope = await socket.ReceiveAsync();
        slack.Pass(4 * Second);

        await socket.AckAsync(envelope);
        await socket.AckAsync(envelope, payload: []);
        await socket.SendAsync("""{"envelope_id":"nobody's"}""");
        await SlackServer.UntilAsync(() => slack.Violations.All.Count >= 5);

        var found = slack.Violations.Take();
        Assert.Equal(2, found.Count(violation => violation.EndsWith("too late", StringComparison.Ordinal)));
        Assert.Contains("An envelope was acknowledged more often than it was sent", found);
        Assert.Contains("An event was answered with a payload", found);
        Assert.Contains("An unknown envelope was acknowledged", found);
    }

    [Fact]
    public async Task Something_else_than_an_acknowledgement_is_a_violation()
    {
        await using var slack = await SlackServer.StartAsync();
        using var socket = await slack.ConnectAsync();

        await socket.SendAsync("not json");

        Assert.True(await socket.IsOverAsync());
        Assert.StartsWith("Not an acknowledgement", Assert.Single(slack.Violations.Take()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workspaces_and_apps_are_apart()
    {
        await using var slack = await SlackServer.StartAsync();
        var other = slack.Fake.AddWorkspace("globex", slack.Fake.AddApp());
        other.WaitsForAcks = false;
        var user = other.World.AddUser("bob");
        using var socket = await slack.ConnectAsync();

        await other.PostAsync(user, other.World.AddChannel("help", user), "not yours");
        await slack.Workspace.PostAsync(slack.User, slack.Channel, "yours");

        Assert.Equal("yours", Said(await socket.TakeAsync()));
        Assert.Equal("channel_not_found", await slack.ErrorAsync("conversations.info", ("channel", other.World.Channels.Keys.First())));
    }

    private static string Said(JsonObject payload) => payload["event"]!["text"]!.ToString();
}
