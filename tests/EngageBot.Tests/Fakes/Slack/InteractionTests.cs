using System.Text.Json.Nodes;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.Tests.Fakes.Slack;

/// <summary>Commands, clicks, forms and files.</summary>
public sealed class InteractionTests
{
    private const string Modal = """{"type":"modal","title":{"type":"plain_text","text":"Settings"},"notify_on_close":true,"blocks":[{"type":"divider"}]}""";
    private const string Home = """{"type":"home","blocks":[{"type":"actions","elements":[{"type":"button","action_id":"go","value":"1","text":{"type":"plain_text","text":"Go"}}]}]}""";

    [Fact]
    public async Task A_command_is_answered_with_its_acknowledgement()
    {
        await using var slack = await SlackServer.StartAsync();
        using var socket = await slack.ConnectAsync();

        var slash = await slack.Workspace.SlashAsync(slack.User, slack.Channel, "/engage", "status");
        var envelope = await socket.ReceiveAsync();
        await socket.AckAsync(envelope, new JsonObject { ["text"] = "all is well" });

        Assert.True(await slash.Delivery!.Ended);
        Assert.Equal("slash_commands", envelope["type"]!.ToString());
        Assert.True(envelope["accepts_response_payload"]!.GetValue<bool>());
        Assert.Equal(
            ["/engage", "status", slack.User, slack.Channel, slash.TriggerId],
            new[] { "command", "text", "user_id", "channel_id", "trigger_id" }.Select(name => envelope["payload"]![name]!.ToString()));
        Assert.Equal("all is well", slash.Answer!["text"]!.ToString());
    }

    [Fact]
    public async Task A_command_nobody_takes_is_given_up_at_once()
    {
        await using var slack = await SlackServer.StartAsync();
        using var socket = await slack.ConnectAsync();
        var slash = await slack.Workspace.SlashAsync(slack.User, slack.Channel, "/engage");
        await socket.ReceiveAsync();

        slack.Pass(TimeSpan.FromSeconds(3));

        Assert.False(await slash.Delivery!.Ended);
        Assert.False(slash.IsAcked);
    }

    [Fact]
    public async Task A_button_brings_its_message_and_an_ephemeral_one_does_not()
    {
        await using var slack = await SlackServer.StartAsync();
        using var socket = await slack.ConnectAsync();
        var blocks = JsonNode.Parse(Home)!["blocks"]!;
        var ts = (await slack.CallAsync("chat.postMessage", new JsonObject { ["channel"] = slack.Channel, ["text"] = "t", ["blocks"] = blocks.DeepClone() }))["ts"]!.ToString();
        await socket.TakeAsync();
        await slack.CallAsync("chat.postEphemeral", new JsonObject { ["channel"] = slack.Channel, ["user"] = slack.User, ["text"] = "t", ["blocks"] = blocks.DeepClone() });

        await slack.Workspace.PressAsync(slack.User, new FakeSlackMessage(slack.Channel, ts), "go");
        var shown = await socket.TakeAsync();
        await slack.Workspace.PressAsync(slack.User, new FakeSlackMessage(slack.Channel, slack.World.Ephemerals[0].Message["ts"]!.ToString()), "go");
        var seen = await socket.TakeAsync();

        Assert.Equal(["block_actions", ts], [shown["type"]!.ToString(), shown["message"]!["ts"]!.ToString()]);
        Assert.Equal(["go", "1", "button", "block-0"], new[] { "action_id", "value", "type", "block_id" }.Select(name => shown["actions"]![0]![name]!.ToString()));
        Assert.Null(seen["message"]);
        Assert.True(seen["container"]!["is_ephemeral"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_trigger_opens_one_modal_within_three_seconds()
    {
        await using var slack = await SlackServer.StartAsync();
        var first = await slack.Workspace.SlashAsync(slack.User, slack.Channel, "/engage");
        var second = await slack.Workspace.SlashAsync(slack.User, slack.Channel, "/engage");

        Assert.Null(await OpenAsync(slack, first.TriggerId));
        Assert.Equal("exchanged_trigger_id", await OpenAsync(slack, first.TriggerId));
        Assert.Equal("invalid_trigger_id", await OpenAsync(slack, "nonsense"));
        slack.Pass(TimeSpan.FromSeconds(4));
        Assert.Equal("expired_trigger_id", await OpenAsync(slack, second.TriggerId));
    }

    [Fact]
    public async Task A_modal_is_pushed_updated_sent_off_and_closed()
    {
        await using var slack = await SlackServer.StartAsync();
        using var socket = await slack.ConnectAsync();
        await OpenAsync(slack, (await slack.Workspace.SlashAsync(slack.User, slack.Channel, "/engage")).TriggerId);
        var bottom = slack.World.Modals[slack.User][0];
        var trigger = (await slack.Workspace.ShortcutAsync(slack.User, message: null, "more")).TriggerId;
        Assert.Null(await slack.ErrorAsync("views.push", ("trigger_id", trigger), ("view", Modal)));
        Assert.Equal([bottom, slack.World.Modals[slack.User][1]], slack.World.Modals[slack.User]);
        Assert.Equal("hash_conflict", await slack.ErrorAsync("views.update", ("view_id", bottom), ("view", Modal), ("hash", "old")));
        Assert.Null(await slack.ErrorAsync("views.update", ("view_id", bottom), ("view", Modal)));
        await socket.TakeAsync();
        await socket.TakeAsync();

        slack.Workspace.WaitsForAcks = true;
        var sending = slack.Workspace.SubmitViewAsync(slack.User, bottom, new JsonObject { ["block"] = new JsonObject() });
        var envelope = await socket.ReceiveAsync();
        Assert.Equal("view_submission", envelope["payload"]!["type"]!.ToString());
        Assert.NotNull(envelope["payload"]!["view"]!["state"]!["values"]!["block"]);
        await socket.AckAsync(envelope, new JsonObject { ["response_action"] = "errors", ["errors"] = new JsonObject { ["block"] = "too short" } });
        await sending;
        Assert.Equal("too short", slack.World.Views[bottom]["errors"]!["block"]!.ToString());

        var closing = slack.Workspace.CloseViewAsync(slack.User, bottom);
        Assert.Equal("view_closed", (await socket.TakeAsync())["type"]!.ToString());
        await closing;
        Assert.False(slack.World.Views.ContainsKey(bottom));
    }

    [Theory]
    [InlineData("""{"type":"modal","blocks":[]}""")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"a title that is far too long"},"blocks":[]}""")]
    [InlineData("""{"type":"home","blocks":[]}""")]
    [InlineData("nonsense")]
    public async Task A_modal_has_a_shape(string view)
    {
        await using var slack = await SlackServer.StartAsync();
        var slash = await slack.Workspace.SlashAsync(slack.User, slack.Channel, "/engage");

        Assert.Equal("invalid_arguments", await slack.ErrorAsync("views.open", ("trigger_id", slash.TriggerId), ("view", view)));
    }

    [Fact]
    public async Task A_home_tab_is_one_members()
    {
        await using var slack = await SlackServer.StartAsync();

        var view = (await slack.CallAsync("views.publish", ("user_id", slack.User), ("view", Home)))["view"]!;
        Assert.Equal("hash_conflict", await slack.ErrorAsync("views.publish", ("user_id", slack.User), ("view", Home), ("hash", "old")));
        Assert.Null(await slack.ErrorAsync("views.publish", ("user_id", slack.User), ("view", Home), ("hash", view["hash"]!.ToString())));
        Assert.Equal("user_not_found", await slack.ErrorAsync("views.publish", ("user_id", "U0"), ("view", Home)));

        var press = await slack.Workspace.PressAsync(slack.User, slack.World.Homes[slack.User], "go");
        Assert.Equal("view", press.Delivery!.Payload["container"]!["type"]!.ToString());
    }

    [Fact]
    public async Task A_response_url_takes_five_answers_in_half_an_hour()
    {
        await using var slack = await SlackServer.StartAsync();
        var slash = await slack.Workspace.SlashAsync(slack.User, slack.Channel, "/engage");

        Assert.Equal(200, await RespondAsync(slash, """{"text":"only you"}"""));
        Assert.Equal(200, await RespondAsync(slash, """{"text":"everybody","response_type":"in_channel"}"""));
        Assert.Equal(["only you"], slack.World.Ephemerals.Select(seen => seen.Message["text"]!.ToString()));
        Assert.Equal(["everybody"], slack.World.SaidByBot(slack.Channel).Select(message => message["text"]!.ToString()));
        for (var count = 2; count < 5; count++)
        {
            Assert.Equal(200, await RespondAsync(slash, """{"text":"more"}"""));
        }

        Assert.Equal(404, await RespondAsync(slash, """{"text":"too much"}"""));
        var late = await slack.Workspace.SlashAsync(slack.User, slack.Channel, "/engage");
        slack.Pass(TimeSpan.FromMinutes(31));
        Assert.Equal(404, await RespondAsync(late, """{"text":"too late"}"""));

        async Task<int> RespondAsync(FakeSlackInteraction interaction, string body) =>
            (await slack.PostAsync(interaction.ResponseUrl, SlackServer.Json(JsonNode.Parse(body)!.AsObject()))).Status;
    }

    [Fact]
    public async Task A_file_comes_in_three_steps()
    {
        await using var slack = await SlackServer.StartAsync();
        using var bytes = new ByteArrayContent([1, 2, 3]);

        var first = await slack.CallAsync("files.getUploadURLExternal", ("filename", "chart.png"), ("length", "3"));
        var id = first["file_id"]!.ToString();
        var files = $$"""[{"id":"{{id}}","title":"A chart"}]""";
        Assert.Equal("file_not_found", await slack.ErrorAsync("files.completeUploadExternal", ("files", files), ("channel_id", slack.Channel)));
        Assert.Equal(200, (await slack.PostAsync(new Uri(first["upload_url"]!.ToString()), bytes)).Status);
        Assert.Null(await slack.ErrorAsync("files.completeUploadExternal", ("files", files), ("channel_id", slack.Channel), ("initial_comment", "look")));

        Assert.Equal([1, 2, 3], slack.World.Files[id].Data);
        var said = Assert.Single(slack.World.SaidByBot(slack.Channel));
        Assert.Equal(["look", id, "A chart"], [said["text"]!.ToString(), said["files"]![0]!["id"]!.ToString(), said["files"]![0]!["title"]!.ToString()]);
    }

    private static Task<string?> OpenAsync(SlackServer slack, string trigger) => slack.ErrorAsync("views.open", ("trigger_id", trigger), ("view", Modal));
}
