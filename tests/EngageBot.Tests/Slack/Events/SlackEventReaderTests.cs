using System.Text.Json;
using EngageBot.Slack;
using EngageBot.Slack.Events;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;

namespace EngageBot.Tests.Slack.Events;

public sealed class SlackEventReaderTests
{
    [Fact]
    public void A_plain_message_has_its_place_and_its_author()
    {
        var message = Message("""{"type":"message","channel":"C1","user":"U1","text":"hi &amp; bye","ts":"1.000100","team":"T1","event_ts":"1.000100","channel_type":"group","blocks":[{"type":"rich_text","block_id":"b","elements":[]}]}""");

        Assert.Null(message.Subtype);
        Assert.Equal(("C1", ChannelType.Group, "U1", "hi &amp; bye"), (message.Channel, message.ChannelType, message.User, message.Text));
        Assert.Equal(Timestamp.Parse("1.000100"), message.Ts);
        Assert.Equal("rich_text", Assert.Single(message.Blocks).Type);
    }

    [Fact]
    public void A_reply_names_the_message_its_thread_hangs_on()
    {
        var message = Message("""{"type":"message","channel":"C1","user":"U2","text":"yes","ts":"2.000000","thread_ts":"1.000100","parent_user_id":"U1","channel_type":"channel"}""");
        Assert.Equal((Timestamp.Parse("1.000100"), "U1"), (message.ThreadTs!.Value, message.ParentUserId));
    }

    [Fact]
    public void A_change_brings_the_message_as_it_is_and_as_it_was()
    {
        var message = Message(
            """
            {"type":"message","subtype":"message_changed","channel":"C1","hidden":true,"ts":"3.000000","channel_type":"channel",
             "message":{"type":"message","user":"U1","text":"new","ts":"1.000100","edited":{"user":"U1","ts":"3.000000"},"reply_count":2,"latest_reply":"2.5"},
             "previous_message":{"type":"message","user":"U1","text":"old","ts":"1.000100"}}
            """);

        Assert.Equal(MessageSubtype.MessageChanged, message.Subtype);
        Assert.True(message.Hidden);
        Assert.Equal(("new", "old"), (message.Changed!.Text, message.PreviousMessage!.Text));
        Assert.Equal(Timestamp.Parse("3.000000"), message.Changed.Edited!.Ts);
        Assert.Equal((2, Timestamp.Parse("2.5")), (message.Changed.ReplyCount, message.Changed.LatestReply));
    }

    [Fact]
    public void A_deletion_names_what_is_gone()
    {
        var message = Message("""{"type":"message","subtype":"message_deleted","channel":"C1","ts":"3.000000","deleted_ts":"1.000100","previous_message":{"ts":"1.000100","text":"x"}}""");
        Assert.Equal(Timestamp.Parse("1.000100"), message.DeletedTs);
    }

    [Fact]
    public void A_reply_shown_in_the_channel_has_its_root()
    {
        var message = Message("""{"type":"message","subtype":"thread_broadcast","channel":"C1","user":"U1","text":"x","ts":"2.0","thread_ts":"1.0","root":{"ts":"1.0","text":"q","thread_ts":"1.0"}}""");
        Assert.Equal("q", message.Root!.Text);
    }

    [Fact]
    public void What_an_app_wrote_says_so()
    {
        var message = Message(
            """
            {"type":"message","subtype":"bot_message","channel":"C1","ts":"2.0","text":null,"bot_id":"B1","app_id":"A1","username":"ci","files":null,
             "bot_profile":{"id":"B1","app_id":"A1","name":"ci","deleted":false,"team_id":"T1"},"metadata":{"event_type":"sent","event_payload":{"id":"o1","n":7}}}
            """);

        Assert.Equal(("B1", "A1", "ci", "ci"), (message.BotId, message.AppId, message.Username, message.BotProfile!.Name));
        Assert.Equal("", message.Text);
        Assert.Empty(message.Files);
        Assert.Equal(("o1", null, null), (message.Metadata!.TextOf("id"), message.Metadata.TextOf("n"), message.Metadata.TextOf("none")));
    }

    [Fact]
    public void Files_and_reactions_come_along()
    {
        var message = Message(
            """
            {"type":"message","subtype":"file_share","channel":"C1","user":"U1","ts":"2.0","text":"","files":[{"id":"F1","name":"a.png","mimetype":"image/png","size":12}],
             "reactions":[{"name":"+1","count":3,"users":["U1","U2"]}]}
            """);
        Assert.Equal(("F1", 12), (message.Files[0].Id, message.Files[0].Size));
        Assert.Equal(("+1", 3), (message.Reactions[0].Name, message.Reactions[0].Count));
    }

    [Theory]
    [InlineData("me_message")]
    [InlineData("message_replied")]
    [InlineData("channel_join")]
    [InlineData("channel_topic")]
    [InlineData("something_of_tomorrow")]
    public void Every_subtype_is_kept_as_it_is_called(string subtype) =>
        Assert.Equal(subtype, Message($$$"""{"type":"message","subtype":"{{{subtype}}}","channel":"C1","user":"U1","text":"x","ts":"2.0","channel_type":"im"}""").Subtype);

    [Fact]
    public void A_reaction_names_the_message_or_a_file()
    {
        var added = Read<ReactionAddedEvent>("""{"type":"reaction_added","user":"U1","reaction":"wave","item_user":"U2","item":{"type":"message","channel":"C1","ts":"1.5"},"event_ts":"2.5"}""");
        Assert.Equal(("U1", "wave", "U2", "C1", Timestamp.Parse("1.5")), (added.User, added.Reaction, added.ItemUser, added.Item.Channel, added.Item.Ts!.Value));

        var removed = Read<ReactionRemovedEvent>("""{"type":"reaction_removed","user":"U1","reaction":"wave","item":{"type":"file","file":"F1"},"event_ts":"2.5"}""");
        Assert.Null(removed.Item.Ts);
    }

    [Fact]
    public void People_come_change_and_go()
    {
        var joined = Read<MemberJoinedChannelEvent>("""{"type":"member_joined_channel","user":"U1","channel":"C1","channel_type":"C","team":"T1","inviter":"U2","event_ts":"2.5"}""");
        Assert.Equal(("U1", "C1", "U2"), (joined.User, joined.Channel, joined.Inviter));
        Assert.Equal("C1", Read<MemberLeftChannelEvent>("""{"type":"member_left_channel","user":"U1","channel":"C1","channel_type":"C"}""").Channel);

        var user = """{"id":"U1","team_id":"T1","name":"ada","deleted":false,"real_name":"Ada","tz":"Europe/Berlin","tz_offset":3600,"is_bot":false,"is_restricted":true,"is_ultra_restricted":false,"updated":1712345678,"profile":{"display_name":"ada l","real_name":"Ada"}}""";
        var team = Read<TeamJoinEvent>($$$"""{"type":"team_join","user":{{{user}}},"event_ts":"2.5"}""").User;
        Assert.Equal(("U1", "Europe/Berlin", 3_600, true, "ada l"), (team.Id, team.Tz, team.TzOffset, team.IsRestricted, team.Profile.DisplayName));
        Assert.Equal(team, Read<UserChangeEvent>($$$"""{"type":"user_change","user":{{{user}}},"event_ts":"2.5"}""").User);
    }

    [Fact]
    public void Groups_change_and_who_is_in_them()
    {
        var changed = Read<SubteamMembersChangedEvent>("""{"type":"subteam_members_changed","subteam_id":"S1","team_id":"T1","added_users":["U1"],"added_users_count":"1","removed_users":null}""");
        Assert.Equal("S1", changed.SubteamId);
        Assert.Equal(["U1"], changed.AddedUsers);
        Assert.Empty(changed.RemovedUsers);

        var updated = Read<SubteamUpdatedEvent>("""{"type":"subteam_updated","subteam":{"id":"S1","is_usergroup":true,"name":"The helpers","handle":"helpers","date_delete":1446750000,"users":["U1"],"user_count":"1"}}""").Subteam;
        Assert.Equal(("S1", "helpers", "The helpers", 1_446_750_000), (updated.Id, updated.Handle, updated.Name, updated.DateDelete));
        Assert.Null(Read<SubteamUpdatedEvent>("""{"type":"subteam_created","subteam":{"id":"S1"}}""").Subteam.Users);
    }

    [Fact]
    public void The_home_is_opened()
    {
        var first = Read<AppHomeOpenedEvent>("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home","event_ts":"2.5"}""");
        Assert.Equal(("U1", "home", null), (first.User, first.Tab, first.View));
        Assert.Equal("V1", Read<AppHomeOpenedEvent>("""{"type":"app_home_opened","user":"U1","tab":"home","view":{"id":"V1","type":"home","hash":"1.h","state":{"values":{}}}}""").View!.Id);
    }

    [Fact]
    public void Channels_are_made_renamed_archived_and_deleted_public_and_private_ones_alike()
    {
        Assert.Equal("help", Read<ChannelCreatedEvent>("""{"type":"channel_created","channel":{"id":"C1","name":"help","created":1360782804,"creator":"U1"}}""").Channel.Name);
        Assert.Equal(("new", false), Renamed("channel_rename"));
        Assert.Equal(("new", true), Renamed("group_rename"));
        Assert.Equal(("C1", "U1", false), Archived("channel_archive"));
        Assert.Equal(("C1", "U1", true), Archived("group_archive"));
        Assert.True(Read<ChannelUnarchiveEvent>("""{"type":"group_unarchive","channel":"C1","user":"U1"}""").IsGroup);
        Assert.False(Read<ChannelUnarchiveEvent>("""{"type":"channel_unarchive","channel":"C1","user":"U1"}""").IsGroup);
        Assert.True(Read<ChannelDeletedEvent>("""{"type":"group_deleted","channel":"C1"}""").IsGroup);
        Assert.Equal("C1", Read<ChannelDeletedEvent>("""{"type":"channel_deleted","channel":"C1"}""").Channel);
        Assert.True(Read<ChannelLeftEvent>("""{"type":"group_left","channel":"C1"}""").IsGroup);
        Assert.Equal("C1", Read<ChannelLeftEvent>("""{"type":"channel_left","channel":"C1"}""").Channel);
    }

    [Fact]
    public void The_app_is_removed_and_tokens_are_revoked()
    {
        Read<AppUninstalledEvent>("""{"type":"app_uninstalled"}""");
        Assert.Equal(["UB1"], Read<TokensRevokedEvent>("""{"type":"tokens_revoked","tokens":{"oauth":null,"bot":["UB1"]}}""").Tokens.Bot);
    }

    [Fact]
    public void What_a_required_field_is_missing_from_is_refused_by_every_event()
    {
        string[] empty = ["app_uninstalled", "tokens_revoked"];
        foreach (var type in SlackEventReader.Types.Except(empty))
        {
            using var document = JsonDocument.Parse("""{"type":"x"}""");
            Assert.Throws<JsonException>(() => SlackEventReader.Read(type, document.RootElement));
        }
    }

    private static (string?, bool) Renamed(string type)
    {
        var renamed = Read<ChannelRenameEvent>($$$"""{"type":"{{{type}}}","channel":{"id":"C1","name":"new","created":1360782804}}""");
        return (renamed.Channel.Name, renamed.IsGroup);
    }

    private static (string, string?, bool) Archived(string type)
    {
        var archived = Read<ChannelArchiveEvent>($$$"""{"type":"{{{type}}}","channel":"C1","user":"U1"}""");
        return (archived.Channel, archived.User, archived.IsGroup);
    }

    private static Message Message(string json) => Read<MessageEvent>(json).Message;

    private static T Read<T>(string json)
        where T : SlackEvent
    {
        using var document = JsonDocument.Parse(json);
        return Assert.IsType<T>(SlackEventReader.Read(document.RootElement.GetProperty("type").GetString()!, document.RootElement));
    }
}
