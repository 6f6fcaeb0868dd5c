using System.Text.Json.Nodes;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.Tests.Fakes.Slack;

public sealed class HistoryTests
{
    [Fact]
    public async Task A_channels_history_is_newest_first_and_has_no_replies()
    {
        await using var slack = await SlackServer.StartAsync();
        var head = slack.World.AddMessage(slack.Channel, slack.User, "head");
        slack.World.AddMessage(slack.Channel, slack.User, "reply", head.Ts);
        slack.World.AddMessage(slack.Channel, slack.User, "last");

        var history = await slack.CallAsync("conversations.history", ("channel", slack.Channel));
        var replies = await slack.CallAsync("conversations.replies", ("channel", slack.Channel), ("ts", head.Ts));

        Assert.Equal(["last", "head"], Texts(history));
        Assert.Equal(["head", "reply"], Texts(replies));
        var told = history["messages"]![1]!;
        Assert.Equal(
            [head.Ts, "1", replies["messages"]![1]!["ts"]!.ToString(), slack.User],
            [told["thread_ts"]!.ToString(), told["reply_count"]!.ToString(), told["latest_reply"]!.ToString(), replies["messages"]![1]!["parent_user_id"]!.ToString()]);
    }

    [Fact]
    public async Task A_broadcast_reply_is_in_both()
    {
        await using var slack = await SlackServer.StartAsync();
        var head = slack.World.AddMessage(slack.Channel, slack.User, "head");
        await slack.Workspace.PostAsync(slack.User, slack.Channel, "heard by all", head.Ts, isBroadcast: true);

        Assert.Equal(["heard by all", "head"], Texts(await slack.CallAsync("conversations.history", ("channel", slack.Channel))));
        Assert.Equal(["head", "heard by all"], Texts(await slack.CallAsync("conversations.replies", ("channel", slack.Channel), ("ts", head.Ts))));
    }

    [Fact]
    public async Task History_is_between_two_moments_and_in_pages()
    {
        await using var slack = await SlackServer.StartAsync(options => options with { LongestPage = 2 });
        var said = Enumerable.Range(0, 5).Select(index => slack.World.AddMessage(slack.Channel, slack.User, $"{index}")).ToList();

        var first = await slack.CallAsync("conversations.history", ("channel", slack.Channel), ("oldest", said[0].Ts));
        Assert.Equal(["4", "3"], Texts(first));
        Assert.True(first["has_more"]!.GetValue<bool>());
        var cursor = first["response_metadata"]!["next_cursor"]!.ToString();
        var second = await slack.CallAsync("conversations.history", ("channel", slack.Channel), ("oldest", said[0].Ts), ("cursor", cursor));
        Assert.Equal(["2", "1"], Texts(second));
        Assert.False(second["has_more"]!.GetValue<bool>());

        Assert.Equal(["1"], Texts(await slack.CallAsync("conversations.history", ("channel", slack.Channel), ("latest", said[1].Ts), ("inclusive", "true"), ("limit", "1"))));
        Assert.Equal(["0"], Texts(await slack.CallAsync("conversations.history", ("channel", slack.Channel), ("latest", said[1].Ts))));
    }

    [Fact]
    public async Task History_is_for_those_inside()
    {
        await using var slack = await SlackServer.StartAsync();
        var outside = slack.World.AddChannel("outside", FakeChannelKind.Public, slack.User);
        var secret = slack.World.AddChannel("secret", FakeChannelKind.Private, slack.User);

        Assert.Equal("not_in_channel", await slack.ErrorAsync("conversations.history", ("channel", outside)));
        Assert.Equal("channel_not_found", await slack.ErrorAsync("conversations.history", ("channel", secret)));
        Assert.Equal("thread_not_found", await slack.ErrorAsync("conversations.replies", ("channel", slack.Channel), ("ts", "1.000000")));
        Assert.Equal("invalid_ts_oldest", await slack.ErrorAsync("conversations.history", ("channel", slack.Channel), ("oldest", "yesterday")));
        Assert.Null(await slack.ErrorAsync("conversations.join", ("channel", outside)));
        Assert.Null(await slack.ErrorAsync("conversations.history", ("channel", outside)));
    }

    [Fact]
    public async Task A_deleted_head_leaves_a_stone_and_a_deleted_reply_leaves_nothing()
    {
        await using var slack = await SlackServer.StartAsync();
        var head = slack.World.AddMessage(slack.Channel, slack.User, "head");
        var reply = slack.World.AddMessage(slack.Channel, slack.User, "reply", head.Ts);

        await slack.Workspace.DeleteAsync(head);
        Assert.Equal("tombstone", slack.World.Find(head)!["subtype"]!.ToString());
        await slack.Workspace.DeleteAsync(reply);
        Assert.Null(slack.World.Find(head)!["reply_count"]);
    }

    [Fact]
    public async Task A_moment_in_a_channel_is_one_messages()
    {
        await using var slack = await SlackServer.StartAsync(); // the clock stands still
        var said = Enumerable.Range(0, 100).Select(index => slack.World.AddMessage(slack.Channel, slack.User, $"{index}").Ts).ToList();

        Assert.Equal(said.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), said);
        Assert.All(said, ts => Assert.Matches(@"^\d{10}\.\d{6}$", ts));
    }

    private static IEnumerable<string> Texts(JsonObject answer) => answer["messages"]!.AsArray().Select(message => message!["text"]!.ToString());
}
