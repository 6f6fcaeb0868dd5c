using System.Text.Json.Nodes;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.Tests.Fakes.Slack;

/// <summary>What members do, and what the app is told of it.</summary>
public sealed class EventTests : IAsyncLifetime
{
    private SlackServer _slack = null!;

    public async Task InitializeAsync() => _slack = await SlackServer.StartAsync();

    public async Task DisposeAsync() => await _slack.DisposeAsync();

    [Fact]
    public async Task An_edit_tells_what_was_and_what_is()
    {
        var said = _slack.World.AddMessage(_slack.Channel, _slack.User, "befor");

        await _slack.Workspace.EditAsync(said, "before");

        var told = Single();
        Assert.Equal(["message", "message_changed", _slack.Channel], Texts(told, "type", "subtype", "channel"));
        Assert.Equal(["before", said.Ts, _slack.User], Texts(told["message"]!, "text", "ts", "user"));
        Assert.Equal("befor", told["previous_message"]!["text"]!.ToString());
        Assert.Equal(_slack.User, told["message"]!["edited"]!["user"]!.ToString());
        Assert.NotEqual(said.Ts, told["ts"]!.ToString());
    }

    [Fact]
    public async Task A_deletion_tells_what_is_gone()
    {
        var said = _slack.World.AddMessage(_slack.Channel, _slack.User, "oops");

        await _slack.Workspace.DeleteAsync(said);

        Assert.Equal(["message_deleted", said.Ts], Texts(Single(), "subtype", "deleted_ts"));
        Assert.Equal("oops", Single()["previous_message"]!["text"]!.ToString());
    }

    [Fact]
    public async Task A_reply_names_its_thread()
    {
        var head = _slack.World.AddMessage(_slack.Channel, _slack.User, "head");

        await _slack.Workspace.PostAsync(_slack.User, _slack.Channel, "reply", head.Ts);
        await _slack.Workspace.PostAsync(_slack.User, _slack.Channel, "aloud", head.Ts, isBroadcast: true);

        Assert.Equal([head.Ts, _slack.User], Texts(Told()[0], "thread_ts", "parent_user_id"));
        Assert.Null(Told()[0]["subtype"]);
        Assert.Equal(["thread_broadcast", head.Ts], Texts(Told()[1], "subtype", "thread_ts"));
        Assert.Equal("head", Told()[1]["root"]!["text"]!.ToString());
    }

    [Fact]
    public async Task Another_app_speaks_under_a_name()
    {
        await _slack.Workspace.PostAsIntegrationAsync("builds", _slack.Channel, "green");

        Assert.Equal(["bot_message", "builds", "green"], Texts(Single(), "subtype", "username", "text"));
        Assert.Null(Single()["user"]);
    }

    [Fact]
    public async Task A_reaction_names_what_it_is_to()
    {
        var said = _slack.World.AddMessage(_slack.Channel, _slack.User, "hello");

        await _slack.Workspace.ReactAsync(_slack.User, said, "wave");
        await _slack.Workspace.ReactAsync(_slack.User, said, "wave");
        await _slack.Workspace.UnreactAsync(_slack.User, said, "wave");

        Assert.Equal(["reaction_added", "reaction_removed"], Told().Select(told => told["type"]!.ToString()));
        Assert.Equal(["wave", _slack.User, _slack.User], Texts(Told()[0], "reaction", "user", "item_user"));
        Assert.Equal([_slack.Channel, said.Ts], Texts(Told()[0]["item"]!, "channel", "ts"));
        Assert.Null(_slack.World.Find(said)!["reactions"]);
    }

    [Fact]
    public async Task To_come_and_go_is_told_twice()
    {
        var bob = _slack.World.AddUser("bob");

        await _slack.Workspace.JoinAsync(bob, _slack.Channel);
        await _slack.Workspace.LeaveAsync(bob, _slack.Channel);

        Assert.Equal(
            ["message channel_join", "member_joined_channel ", "message channel_leave", "member_left_channel "],
            Told().Select(told => $"{told["type"]} {told["subtype"]}"));
        Assert.Equal([bob, _slack.Channel, "C"], Texts(Told()[1], "user", "channel", "channel_type"));
    }

    [Fact]
    public async Task Channels_come_and_change()
    {
        var channel = await _slack.Workspace.CreateChannelAsync(_slack.User, "new");
        await _slack.Workspace.RenameChannelAsync(_slack.User, channel, "newer");
        await _slack.Workspace.ArchiveChannelAsync(_slack.User, channel);

        Assert.Equal(["channel_created", "channel_rename", "channel_archive"], Told().Select(told => told["type"]!.ToString()));
        Assert.Equal("newer", Told()[1]["channel"]!["name"]!.ToString());
        Assert.Equal([channel, _slack.User], Texts(Told()[2], "channel", "user"));
    }

    [Fact]
    public async Task Members_come_look_and_throw_the_app_out()
    {
        var bob = await _slack.Workspace.TeamJoinAsync("bob");
        await _slack.Workspace.OpenAppHomeAsync(bob);
        await _slack.Workspace.UninstallAsync();

        Assert.Equal(["team_join", "app_home_opened", "tokens_revoked", "app_uninstalled"], Told().Select(told => told["type"]!.ToString()));
        Assert.Equal("bob", Told()[0]["user"]!["name"]!.ToString());
        Assert.Equal([bob, "home"], Texts(Told()[1], "user", "tab"));
        Assert.Equal(_slack.Workspace.BotUserId, Told()[2]["tokens"]!["bot"]![0]!.ToString());
    }

    [Fact]
    public async Task The_app_hears_nothing_where_the_bot_is_not()
    {
        var outside = _slack.World.AddChannel("outside", FakeChannelKind.Public, _slack.User);

        await _slack.Workspace.PostAsync(_slack.User, outside, "not for you");
        Assert.Empty(Told());
        await _slack.Workspace.JoinAsync(_slack.Workspace.BotUserId, outside);
        await _slack.Workspace.PostAsync(_slack.User, outside, "for you");

        Assert.Equal("for you", Told()[^1]["text"]!.ToString());
    }

    [Fact]
    public async Task The_app_hears_nothing_its_scopes_do_not_cover()
    {
        _slack.World.Scopes.Remove("channels:history");

        await _slack.Workspace.PostAsync(_slack.User, _slack.Channel, "hello");

        Assert.Empty(Told());
    }

    [Theory]
    [InlineData(FakeChannelKind.Private, "group")]
    [InlineData(FakeChannelKind.Im, "im")]
    [InlineData(FakeChannelKind.Mpim, "mpim")]
    public async Task A_message_names_the_kind_of_its_channel(FakeChannelKind kind, string type)
    {
        var channel = _slack.World.AddChannel("x", kind, _slack.User, _slack.Workspace.BotUserId);

        await _slack.Workspace.PostAsync(_slack.User, channel, "hello");

        Assert.Equal(type, Single()["channel_type"]!.ToString());
    }

    private static IEnumerable<string> Texts(JsonNode json, params IEnumerable<string> names) => names.Select(name => json[name]!.ToString());

    private JsonNode Single() => Assert.Single(Told());

    private List<JsonNode> Told() => [.. _slack.Fake.App.Deliveries.Select(delivery => delivery.Payload["event"]!)];
}
