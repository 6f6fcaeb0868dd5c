using EngageBot.Commands;
using System.Text.RegularExpressions;
using System.Text.Json.Nodes;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Slack.WebApi;
using EngageBot.TestKit.FakeSlack;
using EngageBot.Tests.Architecture;

namespace EngageBot.Tests.Host.Platforms.Slack;

/// <summary>The app has what the code uses, and no more.</summary>
public sealed partial class SlackManifestTests
{
    private static readonly FakeChannelKind[] OfCommunity = [FakeChannelKind.Public, FakeChannelKind.Private];

    private static readonly FakeChannelKind[] AndDirect = [.. OfCommunity, FakeChannelKind.Im];

    /// <summary>What each call of the client is on Slack, and for which kinds of conversations the bot makes it.</summary>
    private static readonly Dictionary<string, (string Method, FakeChannelKind[] Kinds)> Methods = new()
    {
        ["TestAuthAsync"] = ("auth.test", OfCommunity),
        ["PostMessageAsync"] = ("chat.postMessage", OfCommunity),
        ["PostEphemeralAsync"] = ("chat.postEphemeral", OfCommunity),
        ["UpdateMessageAsync"] = ("chat.update", OfCommunity),
        ["DeleteMessageAsync"] = ("chat.delete", OfCommunity),
        ["GetPermalinkAsync"] = ("chat.getPermalink", OfCommunity),
        ["ListConversationsAsync"] = ("conversations.list", OfCommunity),
        ["ListConversationsOfAsync"] = ("users.conversations", OfCommunity),
        ["GetConversationAsync"] = ("conversations.info", OfCommunity),
        ["GetMembersAsync"] = ("conversations.members", OfCommunity),
        ["GetHistoryAsync"] = ("conversations.history", [.. AndDirect, FakeChannelKind.Mpim]),
        ["GetHistoryPageAsync"] = ("conversations.history", OfCommunity),
        ["GetRepliesAsync"] = ("conversations.replies", OfCommunity),
        ["GetRepliesPageAsync"] = ("conversations.replies", OfCommunity),
        ["OpenConversationAsync"] = ("conversations.open", [.. AndDirect, FakeChannelKind.Mpim]),
        ["JoinConversationAsync"] = ("conversations.join", OfCommunity),
        ["UploadFilesAsync"] = ("files.completeUploadExternal", OfCommunity),
        ["AddReactionAsync"] = ("reactions.add", OfCommunity),
        ["RemoveReactionAsync"] = ("reactions.remove", OfCommunity),
        ["GetReactionsAsync"] = ("reactions.get", OfCommunity),
        ["GetUserAsync"] = ("users.info", OfCommunity),
        ["ListUsersAsync"] = ("users.list", OfCommunity),
        ["GetPresenceAsync"] = ("users.getPresence", OfCommunity),
        ["GetDndAsync"] = ("dnd.info", OfCommunity),
        ["ListUserGroupsAsync"] = ("usergroups.list", OfCommunity),
        ["ListUserGroupUsersAsync"] = ("usergroups.users.list", OfCommunity),
        ["OpenViewAsync"] = ("views.open", OfCommunity),
        ["UpdateViewAsync"] = ("views.update", OfCommunity),
        ["PublishViewAsync"] = ("views.publish", OfCommunity),
    };

    /// <summary>By no method's scope: an answer by a response url needs none, and sockets have a token of their own.</summary>
    private static readonly string[] WithoutScope = ["RespondAsync", "OpenConnectionAsync"];

    /// <summary>What each record of an event is called when it is subscribed to, and the scope that it needs.</summary>
    private static readonly Dictionary<string, (string Event, string? Scope)[]> Events = new()
    {
        ["MessageEvent"] = [("message.channels", "channels:history"), ("message.groups", "groups:history"), ("message.im", "im:history"), ("message.mpim", "mpim:history")],
        ["ReactionAddedEvent"] = [("reaction_added", "reactions:read")],
        ["ReactionRemovedEvent"] = [("reaction_removed", "reactions:read")],
        ["MemberJoinedChannelEvent"] = [("member_joined_channel", "channels:read")],
        ["MemberLeftChannelEvent"] = [("member_left_channel", "channels:read")],
        ["TeamJoinEvent"] = [("team_join", "users:read")],
        ["UserChangeEvent"] = [("user_change", "users:read")],
        ["SubteamUpdatedEvent"] = [("subteam_created", "usergroups:read"), ("subteam_updated", "usergroups:read")],
        ["SubteamMembersChangedEvent"] = [("subteam_members_changed", "usergroups:read")],
        ["ChannelCreatedEvent"] = [("channel_created", "channels:read")],
        ["ChannelRenameEvent"] = [("channel_rename", "channels:read"), ("group_rename", "groups:read")],
        ["ChannelArchiveEvent"] = [("channel_archive", "channels:read"), ("group_archive", "groups:read")],
        ["ChannelUnarchiveEvent"] = [("channel_unarchive", "channels:read"), ("group_unarchive", "groups:read")],
        ["ChannelDeletedEvent"] = [("channel_deleted", "channels:read"), ("group_deleted", "groups:read")],
        ["ChannelLeftEvent"] = [("channel_left", "channels:read"), ("group_left", "groups:read")],
        ["AppHomeOpenedEvent"] = [("app_home_opened", null)],
        ["AppUninstalledEvent"] = [("app_uninstalled", null)],
        ["TokensRevokedEvent"] = [("tokens_revoked", null)],
    };

    private static readonly IReadOnlyDictionary<string, string> Manifest = ManifestText.Read(SlackManifest.For(address: null));

    private static string Sources { get; } = string.Join('\n', Repository.Files("EngageBot.Host")
        .Where(file => file.Contains($"{Path.DirectorySeparatorChar}Slack{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText));

    [Fact]
    public async Task Its_scopes_are_those_that_the_calls_and_events_need_and_no_others()
    {
        var called = typeof(SlackWebClient).GetMethods().Select(method => method.Name).Distinct().Where(name => name.EndsWith("Async", StringComparison.Ordinal) && Sources.Contains($".{name}(", StringComparison.Ordinal)).ToList();
        Assert.Contains("GetUserAsync", called);
        Assert.Empty(called.Except(Methods.Keys).Except(WithoutScope));

        await using var slack = await FakeSlack.StartAsync();
        var workspace = slack.AddWorkspace();
        var needed = called.Where(Methods.ContainsKey).SelectMany(name => Needs(slack, workspace, Methods[name].Method, Methods[name].Kinds))
            .Concat(Events.Where(one => Used(one.Key)).SelectMany(one => one.Value).Select(one => one.Scope).OfType<string>())
            .Append("commands");

        Assert.Equal(needed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), List("oauth_config.scopes.bot"));
    }

    [Fact]
    public void Its_events_are_those_that_the_code_takes_and_no_others() =>
        Assert.Equal(Events.Where(one => Used(one.Key)).SelectMany(one => one.Value).Select(one => one.Event).Order(StringComparer.Ordinal), List("settings.event_subscriptions.bot_events"));

    [Fact]
    public void It_is_for_Socket_Mode_unless_an_address_is_given()
    {
        Assert.Equal("true", Manifest["settings.socket_mode_enabled"]);
        Assert.DoesNotContain(Manifest, value => value.Key.EndsWith("url", StringComparison.Ordinal));

        var http = ManifestText.Read(SlackManifest.For(new Uri("https://bot.acme.org/chat/")));
        Assert.Equal("false", http["settings.socket_mode_enabled"]);
        Assert.Equal("https://bot.acme.org/chat/slack/events", http["settings.event_subscriptions.request_url"]);
        Assert.Equal("https://bot.acme.org/chat/slack/interactions", http["settings.interactivity.request_url"]);
        Assert.Equal("https://bot.acme.org/chat/slack/commands", http["features.slash_commands[0].url"]);
        Assert.Equal("https://bot.acme.org/chat/slack/commands", http["features.slash_commands[1].url"]);
        Assert.Equal(Manifest.Count + 4, http.Count);
    }

    [Fact]
    public void Its_commands_are_those_that_are_answered_and_names_in_them_come_with_their_ids()
    {
        Assert.Equal([CommandUsage.Everybody, CommandUsage.Moderators], [Manifest["features.slash_commands[0].command"], Manifest["features.slash_commands[1].command"]]);
        Assert.Equal("true", Manifest["features.slash_commands[0].should_escape"]);
        Assert.Equal("true", Manifest["features.slash_commands[1].should_escape"]);
        Assert.False(Manifest.ContainsKey("features.slash_commands[2].command"));
        Assert.Equal("true", Manifest["settings.interactivity.is_enabled"]);
        Assert.Equal("true", Manifest["features.app_home.home_tab_enabled"]);
        Assert.Equal(List("oauth_config.scopes.bot").Contains("im:write"), Manifest["features.app_home.messages_tab_enabled"] == "true");
    }

    [Fact]
    public void It_is_no_longer_than_Slack_takes()
    {
        Assert.InRange(Manifest["display_information.name"].Length, 1, 35);
        Assert.InRange(Manifest["display_information.description"].Length, 1, 140);
        Assert.InRange(Manifest["features.bot_user.display_name"].Length, 1, 80);
    }

    [Theory]
    [InlineData("https://bot.acme.org", true)]
    [InlineData("http://bot.acme.org", false)]
    [InlineData("https://bot.acme.org/?a=b", false)]
    [InlineData("https://ada:secret@bot.acme.org/", false)]
    [InlineData("bot.acme.org", false)]
    public void Slack_sends_requests_to_https_only(string address, bool isTaken) => Assert.Equal(isTaken, SlackManifest.IsPublicAddress(new Uri(address, UriKind.RelativeOrAbsolute)));

    private static bool Used(string record) => Regex.IsMatch(Sources, $@"(?<!private sealed class )\b{record}\b", RegexOptions.None, TimeSpan.FromSeconds(10));

    private static List<string> List(string path) =>
        [.. Manifest.Where(value => ListItem().Replace(value.Key, string.Empty) == path).Select(value => value.Value).Order(StringComparer.Ordinal)];

    /// <summary>What the fake, as Slack's pages say, wants for a call about each kind of conversation.</summary>
    private static IEnumerable<string> Needs(FakeSlack slack, FakeWorkspace workspace, string name, FakeChannelKind[] kinds)
    {
        var method = FakeSlackMethods.Of(slack, new FakeSlackOptions()).Single(one => one.Name == name);
        return kinds.SelectMany(kind => method.Needs(new FakeSlackCall
        {
            Method = name,
            Workspace = workspace,
            At = DateTimeOffset.UnixEpoch,
            Arguments = new JsonObject
            {
                ["channel"] = workspace.World.AddChannel("c" + kind, kind, workspace.BotUserId),
                ["types"] = kind == FakeChannelKind.Private ? "private_channel" : "public_channel",
                ["users"] = kind == FakeChannelKind.Mpim ? "U1,U2" : "U1",
            },
        }));
    }

    [GeneratedRegex(@"\[\d+\]$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ListItem();
}
