using System.Text.Json.Nodes;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.Tests.Fakes.Slack;

public sealed class ChatTests
{
    [Fact]
    public async Task What_the_bot_says_is_told_to_it_as_well()
    {
        await using var slack = await SlackServer.StartAsync();
        using var socket = await slack.ConnectAsync();

        var answer = await slack.CallAsync("chat.postMessage", ("channel", slack.Channel), ("text", "hello"));

        var told = (await socket.TakeAsync())["event"]!;
        Assert.Equal(answer["ts"]!.ToString(), told["ts"]!.ToString());
        Assert.Equal([slack.World.BotId, slack.Fake.App.Id, slack.World.BotUserId], [told["bot_id"]!.ToString(), told["app_id"]!.ToString(), told["user"]!.ToString()]);
    }

    [Fact]
    public async Task What_cannot_be_said_is_refused_by_name()
    {
        await using var slack = await SlackServer.StartAsync();
        var archived = slack.World.AddChannel("old");
        slack.World.Channels[archived].IsArchived = true;
        var secret = slack.World.AddChannel("secret", FakeChannelKind.Private, slack.User);
        var outside = slack.World.AddChannel("outside", FakeChannelKind.Public, slack.User);
        slack.World.Scopes.Remove("chat:write.public");

        Assert.Equal("channel_not_found", await SayAsync("C0", "hello"));
        Assert.Equal("channel_not_found", await SayAsync(secret, "hello"));
        Assert.Equal("not_in_channel", await SayAsync(outside, "hello"));
        Assert.Equal("is_archived", await SayAsync(archived, "hello"));
        Assert.Equal("no_text", await SayAsync(slack.Channel, ""));
        Assert.Equal("msg_too_long", await SayAsync(slack.Channel, new string('x', 40_001)));
        Assert.Equal("thread_not_found", await slack.ErrorAsync("chat.postMessage", ("channel", slack.Channel), ("text", "hello"), ("thread_ts", "1.000000")));

        Task<string?> SayAsync(string channel, string text) => slack.ErrorAsync("chat.postMessage", ("channel", channel), ("text", text));
    }

    [Theory]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"LONG"}}""")]
    [InlineData("""{"type":"section"}""")]
    [InlineData("""{"type":"header","text":{"type":"mrkdwn","text":"hello"}}""")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"mrkdwn","text":"no"}}]}""")]
    [InlineData("""{"type":"surprise"}""")]
    public async Task Blocks_have_a_shape(string block)
    {
        await using var slack = await SlackServer.StartAsync();
        var blocks = new JsonArray(JsonNode.Parse(block.Replace("LONG", new string('x', 3_001), StringComparison.Ordinal)));

        Assert.Equal("invalid_blocks", await slack.ErrorAsync("chat.postMessage", new JsonObject { ["channel"] = slack.Channel, ["text"] = "t", ["blocks"] = blocks }));
    }

    [Fact]
    public async Task Blocks_are_at_most_fifty_and_may_come_as_text()
    {
        await using var slack = await SlackServer.StartAsync();

        Assert.Null(await slack.ErrorAsync("chat.postMessage", ("channel", slack.Channel), ("text", "t"), ("blocks", Dividers(50))));
        Assert.Equal("invalid_blocks", await slack.ErrorAsync("chat.postMessage", ("channel", slack.Channel), ("text", "t"), ("blocks", Dividers(51))));
        Assert.Equal("invalid_blocks_format", await slack.ErrorAsync("chat.postMessage", ("channel", slack.Channel), ("text", "t"), ("blocks", "nonsense")));

        static string Dividers(int count) => $"[{string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", count))}]";
    }

    [Theory]
    [InlineData("look, <!channel>", 1)]
    [InlineData("look, <!here|here>", 1)]
    [InlineData("look, <!subteam^S1>", 1)]
    [InlineData("look, &lt;!channel&gt; <@U1>", 0)]
    public async Task To_call_a_whole_channel_is_a_violation(string text, int violations)
    {
        await using var slack = await SlackServer.StartAsync();
        await slack.CallAsync("chat.postMessage", ("channel", slack.Channel), ("text", text));
        Assert.Equal(violations, slack.Violations.Take().Count);

        var block = new JsonObject { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = text } };
        await slack.CallAsync("chat.postMessage", new JsonObject { ["channel"] = slack.Channel, ["blocks"] = new JsonArray(block) });
        Assert.Equal(violations, slack.Violations.Take().Count);

        slack.Fake.AllowsBroadcasts = true;
        await slack.CallAsync("chat.postMessage", ("channel", slack.Channel), ("text", text));
    }

    [Fact]
    public async Task Slack_is_not_to_look_for_names_itself()
    {
        await using var slack = await SlackServer.StartAsync();

        await slack.CallAsync("chat.postMessage", ("channel", slack.Channel), ("text", "@here"));
        Assert.Empty(slack.Violations.All);
        await slack.CallAsync("chat.postMessage", ("channel", slack.Channel), ("text", "@here"), ("link_names", "true"));
        Assert.Equal(["chat.postMessage lets Slack find names in its text"], slack.Violations.Take());
    }

    [Fact]
    public async Task Only_its_own_messages_are_the_bots_to_change()
    {
        await using var slack = await SlackServer.StartAsync();
        var theirs = slack.World.AddMessage(slack.Channel, slack.User, "mine");
        var ts = (await slack.CallAsync("chat.postMessage", ("channel", slack.Channel), ("text", "hello")))["ts"]!.ToString();

        Assert.Equal("cant_update_message", await slack.ErrorAsync("chat.update", ("channel", slack.Channel), ("ts", theirs.Ts), ("text", "no")));
        Assert.Equal("cant_delete_message", await slack.ErrorAsync("chat.delete", ("channel", slack.Channel), ("ts", theirs.Ts)));
        Assert.Equal("message_not_found", await slack.ErrorAsync("chat.update", ("channel", slack.Channel), ("ts", "1.000000"), ("text", "no")));
        Assert.Null(await slack.ErrorAsync("chat.update", ("channel", slack.Channel), ("ts", ts), ("text", "goodbye")));
        Assert.Equal("goodbye", slack.World.Find(new FakeSlackMessage(slack.Channel, ts))!["text"]!.ToString());
        Assert.Null(await slack.ErrorAsync("chat.delete", ("channel", slack.Channel), ("ts", ts)));
        Assert.Null(slack.World.Find(new FakeSlackMessage(slack.Channel, ts)));
    }

    [Fact]
    public async Task What_one_member_sees_is_kept_apart()
    {
        await using var slack = await SlackServer.StartAsync();

        Assert.Null(await slack.ErrorAsync("chat.postEphemeral", ("channel", slack.Channel), ("user", slack.User), ("text", "only you")));
        Assert.Equal("user_not_in_channel", await slack.ErrorAsync("chat.postEphemeral", ("channel", slack.Channel), ("user", "U0"), ("text", "who")));

        Assert.Equal([(slack.User, "only you")], slack.World.Ephemerals.Select(seen => (seen.User, seen.Message["text"]!.ToString())));
        Assert.Empty(slack.World.MessagesOf(slack.Channel));
    }

    [Fact]
    public async Task Metadata_comes_back_to_those_who_ask()
    {
        await using var slack = await SlackServer.StartAsync();
        var metadata = new JsonObject { ["event_type"] = "outbox", ["event_payload"] = new JsonObject { ["id"] = 7 } };
        await slack.CallAsync("chat.postMessage", new JsonObject { ["channel"] = slack.Channel, ["text"] = "hello", ["metadata"] = metadata });

        var without = await slack.CallAsync("conversations.history", ("channel", slack.Channel));
        var with = await slack.CallAsync("conversations.history", ("channel", slack.Channel), ("include_all_metadata", "true"));

        Assert.Null(without["messages"]![0]!["metadata"]);
        Assert.Equal(7, with["messages"]![0]!["metadata"]!["event_payload"]!["id"]!.GetValue<int>());
        Assert.Equal("invalid_metadata_format", await slack.ErrorAsync("chat.postMessage", ("channel", slack.Channel), ("text", "t"), ("metadata", "[]")));
    }

    [Fact]
    public async Task A_member_is_written_to_by_their_id()
    {
        await using var slack = await SlackServer.StartAsync();

        var answer = await slack.CallAsync("chat.postMessage", ("channel", slack.User), ("text", "hello"));

        Assert.Equal(FakeChannelKind.Im, slack.World.Channels[answer["channel"]!.ToString()].Kind);
        Assert.Equal(answer["channel"]!.ToString(), (await slack.CallAsync("conversations.open", ("users", slack.User)))["channel"]!["id"]!.ToString());
    }
}
