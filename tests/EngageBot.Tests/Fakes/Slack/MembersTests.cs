using System.Text.Json.Nodes;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.Tests.Fakes.Slack;

/// <summary>Members, where they are, and reactions.</summary>
public sealed class MembersTests
{
    [Fact]
    public async Task A_member_has_a_zone_a_presence_and_quiet_hours()
    {
        await using var slack = await SlackServer.StartAsync();
        var ada = slack.World.Users[slack.User];
        (ada.TimeZone, ada.TimeZoneOffset, ada.IsActive, ada.DoNotDisturb) = ("Asia/Tokyo", 32_400, false, (TestTime.Noon, TestTime.Noon.AddHours(8)));

        var user = (await slack.CallAsync("users.info", ("user", slack.User)))["user"]!;
        var dnd = await slack.CallAsync("dnd.info", ("user", slack.User));

        Assert.Equal(["Asia/Tokyo", "32400"], [user["tz"]!.ToString(), user["tz_offset"]!.ToString()]);
        Assert.Equal("away", (await slack.CallAsync("users.getPresence", ("user", slack.User)))["presence"]!.ToString());
        Assert.Equal(TestTime.Noon.AddHours(8).ToUnixTimeSeconds(), dnd["next_dnd_end_ts"]!.GetValue<long>());
        foreach (var method in new[] { "users.info", "users.getPresence", "dnd.info" })
        {
            Assert.Equal("user_not_found", await slack.ErrorAsync(method, ("user", "U0")));
        }
    }

    [Fact]
    public async Task User_groups_are_listed_with_their_members_where_that_is_asked_for_and_only_those_that_are_on()
    {
        await using var slack = await SlackServer.StartAsync();
        var group = slack.World.AddUserGroup("helpers", slack.User);
        Assert.Null((await slack.CallAsync("usergroups.list"))["usergroups"]![0]!["users"]);
        Assert.Equal(slack.User, (await slack.CallAsync("usergroups.list", ("include_users", "true")))["usergroups"]![0]!["users"]![0]!.ToString());
        Assert.Equal(slack.User, (await slack.CallAsync("usergroups.users.list", ("usergroup", group)))["users"]![0]!.ToString());
        Assert.Equal("no_such_subteam", await slack.ErrorAsync("usergroups.users.list", ("usergroup", "S0")));

        slack.World.UserGroups[group].IsDisabled = true;
        Assert.Empty((await slack.CallAsync("usergroups.list"))["usergroups"]!.AsArray());
        slack.World.Scopes.Remove("usergroups:read");
        Assert.Equal("missing_scope", await slack.ErrorAsync("usergroups.list"));
    }

    [Fact]
    public async Task The_bot_knows_of_public_channels_and_its_own()
    {
        await using var slack = await SlackServer.StartAsync();
        slack.World.AddChannel("outside", FakeChannelKind.Public, slack.User);
        slack.World.AddChannel("secret", FakeChannelKind.Private, slack.User);
        slack.World.AddChannel("ours", FakeChannelKind.Private, slack.User, slack.Workspace.BotUserId);
        const string Types = "public_channel,private_channel";

        Assert.Equal(["help", "outside", "ours"], Names(await slack.CallAsync("conversations.list", ("types", Types))));
        Assert.Equal(["help", "ours"], Names(await slack.CallAsync("users.conversations", ("types", Types))));
        Assert.Equal(
            new[] { slack.Workspace.BotUserId, slack.User },
            (await slack.CallAsync("conversations.members", ("channel", slack.Channel)))["members"]!.AsArray().Select(member => member!.ToString()));
    }

    [Fact]
    public async Task Conversations_are_opened_once()
    {
        await using var slack = await SlackServer.StartAsync();
        var bob = slack.World.AddUser("bob");
        var gone = slack.World.AddUser("gone");
        slack.World.Users[gone].IsDeleted = true;

        var first = await slack.CallAsync("conversations.open", ("users", $"{slack.User},{bob}"));
        var second = await slack.CallAsync("conversations.open", ("users", $"{bob},{slack.User}"), ("return_im", "true"));

        Assert.Equal(first["channel"]!["id"]!.ToString(), second["channel"]!["id"]!.ToString());
        Assert.True(second["channel"]!["is_mpim"]!.GetValue<bool>());
        Assert.Equal("users_list_not_supplied", await slack.ErrorAsync("conversations.open"));
        Assert.Equal("user_not_found", await slack.ErrorAsync("conversations.open", ("users", "U0")));
        Assert.Equal("user_disabled", await slack.ErrorAsync("conversations.open", ("users", gone)));
        Assert.Equal("cannot_dm_bot", await slack.ErrorAsync("conversations.open", ("users", slack.Workspace.BotUserId)));
    }

    [Fact]
    public async Task A_reaction_is_given_once()
    {
        await using var slack = await SlackServer.StartAsync();
        var said = slack.World.AddMessage(slack.Channel, slack.User, "hello");

        Assert.Null(await ErrorAsync("reactions.add", said.Ts));
        Assert.Equal("already_reacted", await ErrorAsync("reactions.add", said.Ts));
        Assert.Equal(1, (await slack.CallAsync("reactions.get", ("channel", slack.Channel), ("timestamp", said.Ts)))["message"]!["reactions"]![0]!["count"]!.GetValue<int>());
        Assert.Null(await ErrorAsync("reactions.remove", said.Ts));
        Assert.Equal("no_reaction", await ErrorAsync("reactions.remove", said.Ts));
        Assert.Equal("message_not_found", await ErrorAsync("reactions.add", "1.000000"));

        Task<string?> ErrorAsync(string method, string ts) => slack.ErrorAsync(method, ("channel", slack.Channel), ("timestamp", ts), ("name", "wave"));
    }

    private static IEnumerable<string> Names(JsonObject answer) => answer["channels"]!.AsArray().Select(channel => channel!["name"]!.ToString());
}
