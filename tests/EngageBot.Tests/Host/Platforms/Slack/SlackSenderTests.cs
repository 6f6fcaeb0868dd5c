using EngageBot.Chat;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.Tests.Host.Platforms.Slack;

public sealed class SlackSenderTests : SlackSenderHarness
{
    /// <summary>Of which nobody reads more than what it begins with.</summary>
    private static readonly Picture Png = new(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A }, "help 60%\nlamps 10%");

    [Fact]
    public async Task A_message_pings_nobody_shows_no_preview_and_has_its_number_with_it()
    {
        var post = Workspace.World.AddMessage(Help, Ada, "how?");

        Assert.IsType<SendResult.Sent>(await SendAsync($"<@{Ada}> <!channel> @here", Id(post.Ts)));

        var said = Assert.Single(Workspace.World.SaidByBot(Help));
        Assert.Equal(post.Ts, said["thread_ts"]!.ToString());
        Assert.Equal("7", said["metadata"]!["event_payload"]!["id"]!.ToString());
        var call = Assert.Single(Slack.WebApi.CallsOf("chat.postMessage"));
        Assert.Equal((false, false), (call.Flag("unfurl_links", true), call.Flag("unfurl_media", true)));
        Assert.StartsWith("&lt;@", said["text"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_sent_is_changed_found_and_taken_away(bool isReply)
    {
        var post = isReply ? Id(Workspace.World.AddMessage(Help, Ada, "how?").Ts) : (MessageId?)null;
        var since = TimeProvider.System.GetUtcNow();
        var sent = Assert.IsType<SendResult.Sent>(await SendAsync("first", post)).Message;
        var place = new MessagePlace(Channel(Help), post, sent);

        Assert.Equal(sent, Assert.IsType<FindResult.Found>(await Sender.FindAsync(Message("first", post), since, CancellationToken.None)).Message);
        Assert.IsType<FindResult.Absent>(await Sender.FindAsync(Message("first", post) with { OutboxId = 8 }, since, CancellationToken.None));
        Assert.IsType<SendResult.Sent>(await Sender.EditAsync(place, Message("second", post), CancellationToken.None));
        Assert.Equal("second", Assert.Single(Workspace.World.SaidByBot(Help))["text"]!.ToString());
        Assert.Equal(sent, Assert.IsType<FindResult.Found>(await Sender.FindAsync(Message("first", post), since, CancellationToken.None)).Message);
        Assert.Equal(PostPresence.There, await Sender.FetchAsync(place, CancellationToken.None));
        Assert.IsType<SendResult.Sent>(await Sender.DeleteAsync(place, CancellationToken.None));
        Assert.Equal(PostPresence.Gone, await Sender.FetchAsync(place, CancellationToken.None));
        Assert.IsType<FindResult.Absent>(await Sender.FindAsync(Message("first", post), since, CancellationToken.None));
        Assert.True(Assert.IsType<SendResult.Refused>(await Sender.EditAsync(place, Message("third", post), CancellationToken.None)).IsGoneForGood);
    }

    [Fact]
    public async Task A_picture_is_uploaded_to_the_bot_alone_shown_when_Slack_has_looked_through_it_and_there_after_a_change()
    {
        var message = Message("Shares", replyTo: null) with { Picture = Png };
        var sent = Assert.IsType<SendResult.Sent>(await Sender.SendAsync(message, CancellationToken.None));

        var said = Assert.Single(Workspace.World.SaidByBot(Help));
        Assert.Equal(("Shares", "section", "Shares"), (said["text"]!.ToString(), said["blocks"]![0]!["type"]!.ToString(), said["blocks"]![0]!["text"]!["text"]!.ToString()));
        Assert.Equal(("image", "help 60% lamps 10%"), (said["blocks"]![1]!["type"]!.ToString(), said["blocks"]![1]!["alt_text"]!.ToString()));
        var file = Assert.Single(Workspace.World.Files.Values);
        Assert.Equal((file.Id, "help 60% lamps 10%"), (said["blocks"]![1]!["slack_file"]!["id"]!.ToString(), file.AltText));
        Assert.Null(Assert.Single(Slack.WebApi.CallsOf("files.completeUploadExternal")).Text("channel_id"));
        Assert.InRange(Slack.WebApi.CallsOf("chat.postMessage").Count, 2, 3); // At first it was not ready.

        Assert.IsType<SendResult.Sent>(await Sender.EditAsync(new MessagePlace(Channel(Help), null, sent.Message), message with { Text = "Shares of today" }, CancellationToken.None));
        Assert.Equal("image", Assert.Single(Workspace.World.SaidByBot(Help))["blocks"]![1]!["type"]!.ToString());
    }

    [Fact]
    public async Task A_picture_that_may_not_be_uploaded_is_said_in_words_and_one_that_was_lost_is_tried_again()
    {
        var message = Message("Shares", replyTo: null) with { Picture = Png };
        Slack.WebApi.FailNext("files.completeUploadExternal", new FakeCallFault.Drop(AfterDoing: true));
        Assert.IsType<SendResult.RetryAfter>(await Sender.SendAsync(message, CancellationToken.None));
        Assert.Empty(Workspace.World.SaidByBot(Help));

        Workspace.World.Scopes.Remove("files:write");
        Assert.IsType<SendResult.Sent>(await Sender.SendAsync(message, CancellationToken.None));
        Assert.Equal("Shares\nhelp 60% lamps 10%", Assert.Single(Assert.Single(Workspace.World.SaidByBot(Help))["blocks"]!.AsArray())!["text"]!["text"]!.ToString());
    }

    [Fact]
    public async Task After_an_answer_that_was_lost_it_is_found_by_its_number()
    {
        var since = TimeProvider.System.GetUtcNow();
        Slack.WebApi.FailNext("chat.postMessage", new FakeCallFault.Drop(AfterDoing: true));

        Assert.IsType<SendResult.Uncertain>(await SendAsync("first", null));

        Assert.IsType<FindResult.Found>(await Sender.FindAsync(Message("first", null), since, CancellationToken.None));
        Assert.Single(Workspace.World.SaidByBot(Help));
    }

    [Fact]
    public async Task An_emoji_of_the_bot_stands_under_a_post_and_is_taken_off_again()
    {
        var post = new MessagePlace(Channel(Help), null, Id(Workspace.World.AddMessage(Help, Ada, "how?").Ts));
        foreach (var isOn in new[] { true, true, false, false })
        {
            Assert.IsType<SendResult.Sent>(await Sender.ReactAsync(post, "👀", isOn, CancellationToken.None));
        }

        Assert.IsType<SendResult.Refused>(await Sender.ReactAsync(post, "🦔", isOn: true, CancellationToken.None));
        Workspace.World.Scopes.Remove("reactions:write");
        Assert.True(Assert.IsType<SendResult.Refused>(await Sender.ReactAsync(post, "👀", isOn: true, CancellationToken.None)).LacksPermission);
    }

    [Fact]
    public async Task What_may_not_be_done_is_said_in_words()
    {
        var closed = Workspace.World.AddChannel("closed", FakeChannelKind.Private, Ada);
        var gone = Assert.IsType<SendResult.Refused>(await Sender.SendAsync(Message("hello", null) with { Channel = Channel(closed) }, CancellationToken.None));
        Assert.True(gone.IsGoneForGood);

        Workspace.World.Scopes.Remove("chat:write");
        var lacks = Assert.IsType<SendResult.Refused>(await SendAsync("hello", null));
        Assert.True(lacks.LacksPermission);
        Assert.Contains("chat:write", lacks.Reason, StringComparison.Ordinal);
        Assert.Contains("Slack has no forums", Assert.IsType<SendResult.Refused>(await Sender.TagAsync(new MessagePlace(Channel(Help), null, new MessageId(1)), isOn: true, CancellationToken.None)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_workspace_that_is_not_configured_or_threw_it_out_nothing_is_asked()
    {
        var elsewhere = new ChannelId(new CommunityId(Platform.Slack, "T9"), Help);
        Assert.IsType<SendResult.Refused>(await Sender.SendAsync(Message("hello", null) with { Channel = elsewhere }, CancellationToken.None));

        Workspace.TokenError = "account_inactive";
        Assert.IsType<SendResult.Refused>(await SendAsync("hello", null));
        Assert.True(Connection.Worlds.All[0].IsGone);
        Assert.Single(await Health.OpenAsync(new CommunityId(Platform.Slack, Workspace.TeamId), CancellationToken.None));
    }

    [Fact]
    public async Task Who_can_read_a_channel_is_asked_of_Slack()
    {
        var secret = Workspace.World.AddChannel("secret", FakeChannelKind.Private, Workspace.BotUserId, Ada);
        var world = Connection.Worlds.All[0];
        world.Learn(world.StateOf((await world.Client.GetConversationAsync(secret, CancellationToken.None)).ValueOrThrow(), [Ada]));
        var bob = Workspace.World.AddUser("bob");

        Assert.Equal(ReadAccess.Can, await CanReadAsync(bob, Help));
        Assert.Equal(ReadAccess.Can, await CanReadAsync(Ada, secret));
        Assert.Equal(ReadAccess.Cannot, await CanReadAsync(bob, secret));
        Assert.Equal(ReadAccess.Cannot, await CanReadAsync("U0NOBODY", Help));
        Assert.Equal(ReadAccess.Unknown, await CanReadAsync(bob, "C0NOWHERE"));
        var asked = Slack.WebApi.Calls.Count;
        Assert.Equal(ReadAccess.Cannot, await CanReadAsync(bob, secret));
        Assert.Equal(asked, Slack.WebApi.Calls.Count);
    }

    [Fact]
    public void A_link_is_the_one_that_Slack_gives()
    {
        Assert.EndsWith($"/archives/{Help}/p1712345678000009", Sender.LinkTo(new MessagePlace(Channel(Help), null, new MessageId(1712345678_000009)))!.AbsoluteUri, StringComparison.Ordinal);
        Assert.EndsWith(
            $"/p1712345678000009?thread_ts=1712345678.000001&cid={Help}",
            Sender.LinkTo(new MessagePlace(Channel(Help), new MessageId(1712345678_000001), new MessageId(1712345678_000009)))!.AbsoluteUri,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_meant_for_one_member_is_never_said_where_others_read_it()
    {
        var message = Message("look at this?", replyTo: null);
        var refused = Assert.IsType<SendResult.Refused>(await Sender.SendAsync(message with { To = new MemberId(message.Channel.Community, "U1") }, CancellationToken.None));

        Assert.True(refused.CannotBeReached);
        Assert.Empty(Slack.WebApi.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task A_place_is_the_conversation_of_those_two_with_the_bot_and_opened_twice_it_is_the_same()
    {
        var bob = Workspace.World.AddUser("bob");
        MemberId[] members = [new(Channel(Help).Community, Ada), new(Channel(Help).Community, bob)];
        var message = Message("<!channel> hello", replyTo: null) with { Opens = new MeetingPlace("name", IsPrivate: false, members), AllowedMentions = new AllowedMentions { Members = members } };
        var since = TimeProvider.System.GetUtcNow();

        Slack.WebApi.FailNext("chat.postMessage", new FakeCallFault.Drop(AfterDoing: true));
        Assert.IsType<SendResult.Uncertain>(await Sender.SendAsync(message, CancellationToken.None));
        var found = Assert.IsType<FindResult.Found>(await Sender.FindAsync(message, since, CancellationToken.None));
        var place = found.Conversation!.Value;
        Assert.True(Workspace.World.Channels[place.Value].Members.SetEquals([Ada, bob, Workspace.BotUserId]));
        Assert.StartsWith($"<@{Ada}> <@{bob}> &lt;!channel", Assert.Single(Workspace.World.SaidByBot(place.Value))["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(Workspace.World.SaidByBot(Help));

        var again = Assert.IsType<SendResult.Sent>(await Sender.SendAsync(message with { OutboxId = 8 }, CancellationToken.None));
        Assert.Equal(place, again.Conversation);
        Assert.IsType<SendResult.Sent>(await Sender.DeleteAsync(new MessagePlace(place, Thread: null, again.Message), CancellationToken.None));
    }
}
