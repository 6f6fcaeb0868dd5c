using System.Diagnostics.CodeAnalysis;
using EngageBot.Chat;
using EngageBot.Health;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Pipeline;
using EngageBot.Slack;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Platforms.Slack;

[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "xunit disposes asynchronously.")]
public sealed class SlackSenderTests : IAsyncLifetime
{
    private FakeSlack _slack = null!;
    private FakeWorkspace _workspace = null!;
    private SlackConnection _connection = null!;
    private TestDatabase _database = null!;
    private HealthBook _health = null!;
    private SlackSender _sender = null!;
    private string _help = null!;
    private string _ada = null!;

    public async Task InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync();
        _workspace = _slack.AddWorkspace();
        _ada = _workspace.World.AddUser("ada");
        _help = _workspace.World.AddChannel("help", _ada);
        var settings = new SlackSettings
        {
            Mode = SlackMode.Socket,
            ApiBaseUrl = _slack.Api,
            Workspaces = [new SlackWorkspaceSettings(new BotToken(_workspace.Token)) { AppToken = new AppToken(_workspace.App.Token) }],
        };
        _connection = await SlackConnection.OpenAsync(settings, new ChatEventQueue(), TimeProvider.System, CancellationToken.None);
        _database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        _health = new HealthBook(_database.Source, TimeProvider.System, NullLogger<HealthBook>.Instance);
        await new SlackOpening(_connection.Worlds, _database.Source, TimeProvider.System, NullLogger<SlackOpening>.Instance).BeginAsync(_connection.Worlds.All[0], CancellationToken.None);
        _sender = new SlackSender(_connection.Worlds, new SlackReaders(_connection.Worlds, TimeProvider.System), new SlackPresences(_connection.Worlds, TimeProvider.System), new SlackDepartures(_connection.Worlds, _health, TimeProvider.System));
    }

    public async Task DisposeAsync()
    {
        _connection.Dispose();
        _health.Dispose();
        await _database.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task A_message_pings_nobody_shows_no_preview_and_has_its_number_with_it()
    {
        var post = _workspace.World.AddMessage(_help, _ada, "how?");

        Assert.IsType<SendResult.Sent>(await SendAsync($"<@{_ada}> <!channel> @here", Id(post.Ts)));

        var said = Assert.Single(_workspace.World.SaidByBot(_help));
        Assert.Equal(post.Ts, said["thread_ts"]!.ToString());
        Assert.Equal("7", said["metadata"]!["event_payload"]!["id"]!.ToString());
        var call = Assert.Single(_slack.WebApi.CallsOf("chat.postMessage"));
        Assert.Equal((false, false), (call.Flag("unfurl_links", true), call.Flag("unfurl_media", true)));
        Assert.StartsWith("&lt;@", said["text"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_sent_is_changed_found_and_taken_away(bool isReply)
    {
        var post = isReply ? Id(_workspace.World.AddMessage(_help, _ada, "how?").Ts) : (MessageId?)null;
        var since = TimeProvider.System.GetUtcNow();
        var sent = Assert.IsType<SendResult.Sent>(await SendAsync("first", post)).Message;
        var place = new MessagePlace(Channel(_help), post, sent);

        Assert.Equal(sent, Assert.IsType<FindResult.Found>(await _sender.FindAsync(Message("first", post), since, CancellationToken.None)).Message);
        Assert.IsType<FindResult.Absent>(await _sender.FindAsync(Message("first", post) with { OutboxId = 8 }, since, CancellationToken.None));
        Assert.IsType<SendResult.Sent>(await _sender.EditAsync(place, Message("second", post), CancellationToken.None));
        Assert.Equal("second", Assert.Single(_workspace.World.SaidByBot(_help))["text"]!.ToString());
        Assert.Equal(sent, Assert.IsType<FindResult.Found>(await _sender.FindAsync(Message("first", post), since, CancellationToken.None)).Message);
        Assert.Equal(PostPresence.There, await _sender.FetchAsync(place, CancellationToken.None));
        Assert.IsType<SendResult.Sent>(await _sender.DeleteAsync(place, CancellationToken.None));
        Assert.Equal(PostPresence.Gone, await _sender.FetchAsync(place, CancellationToken.None));
        Assert.IsType<FindResult.Absent>(await _sender.FindAsync(Message("first", post), since, CancellationToken.None));
        Assert.True(Assert.IsType<SendResult.Refused>(await _sender.EditAsync(place, Message("third", post), CancellationToken.None)).IsGoneForGood);
    }

    [Fact]
    public async Task After_an_answer_that_was_lost_it_is_found_by_its_number()
    {
        var since = TimeProvider.System.GetUtcNow();
        _slack.WebApi.FailNext("chat.postMessage", new FakeCallFault.Drop(AfterDoing: true));

        Assert.IsType<SendResult.Uncertain>(await SendAsync("first", null));

        Assert.IsType<FindResult.Found>(await _sender.FindAsync(Message("first", null), since, CancellationToken.None));
        Assert.Single(_workspace.World.SaidByBot(_help));
    }

    [Fact]
    public async Task An_emoji_of_the_bot_stands_under_a_post_and_is_taken_off_again()
    {
        var post = new MessagePlace(Channel(_help), null, Id(_workspace.World.AddMessage(_help, _ada, "how?").Ts));
        foreach (var isOn in new[] { true, true, false, false })
        {
            Assert.IsType<SendResult.Sent>(await _sender.ReactAsync(post, "👀", isOn, CancellationToken.None));
        }

        Assert.IsType<SendResult.Refused>(await _sender.ReactAsync(post, "🦔", isOn: true, CancellationToken.None));
        _workspace.World.Scopes.Remove("reactions:write");
        Assert.True(Assert.IsType<SendResult.Refused>(await _sender.ReactAsync(post, "👀", isOn: true, CancellationToken.None)).LacksPermission);
    }

    [Fact]
    public async Task What_may_not_be_done_is_said_in_words()
    {
        var closed = _workspace.World.AddChannel("closed", FakeChannelKind.Private, _ada);
        var gone = Assert.IsType<SendResult.Refused>(await _sender.SendAsync(Message("hello", null) with { Channel = Channel(closed) }, CancellationToken.None));
        Assert.True(gone.IsGoneForGood);

        _workspace.World.Scopes.Remove("chat:write");
        var lacks = Assert.IsType<SendResult.Refused>(await SendAsync("hello", null));
        Assert.True(lacks.LacksPermission);
        Assert.Contains("chat:write", lacks.Reason, StringComparison.Ordinal);
        Assert.Contains("Slack has no forums", Assert.IsType<SendResult.Refused>(await _sender.TagAsync(new MessagePlace(Channel(_help), null, new MessageId(1)), isOn: true, CancellationToken.None)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_workspace_that_is_not_configured_or_threw_it_out_nothing_is_asked()
    {
        var elsewhere = new ChannelId(new CommunityId(Platform.Slack, "T9"), _help);
        Assert.IsType<SendResult.Refused>(await _sender.SendAsync(Message("hello", null) with { Channel = elsewhere }, CancellationToken.None));

        _workspace.TokenError = "account_inactive";
        Assert.IsType<SendResult.Refused>(await SendAsync("hello", null));
        Assert.True(_connection.Worlds.All[0].IsGone);
        Assert.Single(await _health.OpenAsync(new CommunityId(Platform.Slack, _workspace.TeamId), CancellationToken.None));
    }

    [Fact]
    public async Task Who_can_read_a_channel_is_asked_of_Slack()
    {
        var secret = _workspace.World.AddChannel("secret", FakeChannelKind.Private, _workspace.BotUserId, _ada);
        var world = _connection.Worlds.All[0];
        world.Learn(world.StateOf((await world.Client.GetConversationAsync(secret, CancellationToken.None)).ValueOrThrow(), [_ada]));
        var bob = _workspace.World.AddUser("bob");

        Assert.Equal(ReadAccess.Can, await CanReadAsync(bob, _help));
        Assert.Equal(ReadAccess.Can, await CanReadAsync(_ada, secret));
        Assert.Equal(ReadAccess.Cannot, await CanReadAsync(bob, secret));
        Assert.Equal(ReadAccess.Cannot, await CanReadAsync("U0NOBODY", _help));
        Assert.Equal(ReadAccess.Unknown, await CanReadAsync(bob, "C0NOWHERE"));
        var asked = _slack.WebApi.Calls.Count;
        Assert.Equal(ReadAccess.Cannot, await CanReadAsync(bob, secret));
        Assert.Equal(asked, _slack.WebApi.Calls.Count);
    }

    [Fact]
    public void A_link_is_the_one_that_Slack_gives()
    {
        Assert.EndsWith($"/archives/{_help}/p1712345678000009", _sender.LinkTo(new MessagePlace(Channel(_help), null, new MessageId(1712345678_000009)))!.AbsoluteUri, StringComparison.Ordinal);
        Assert.EndsWith(
            $"/p1712345678000009?thread_ts=1712345678.000001&cid={_help}",
            _sender.LinkTo(new MessagePlace(Channel(_help), new MessageId(1712345678_000001), new MessageId(1712345678_000009)))!.AbsoluteUri,
            StringComparison.Ordinal);
    }

    private ChannelId Channel(string id) => new(new CommunityId(Platform.Slack, _workspace.TeamId), id);

    private static MessageId Id(string ts) => MessageId.TryParseSlackTs(ts, out var id) ? id : throw new FormatException(ts);

    [Fact]
    public async Task What_is_meant_for_one_member_is_never_said_where_others_read_it()
    {
        var message = Message("look at this?", replyTo: null);
        var refused = Assert.IsType<SendResult.Refused>(await _sender.SendAsync(message with { To = new MemberId(message.Channel.Community, "U1") }, CancellationToken.None));

        Assert.True(refused.CannotBeReached);
        Assert.Empty(_slack.WebApi.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task A_private_message_has_its_buttons_until_it_is_changed_is_found_by_its_number_and_taken_away()
    {
        var since = TimeProvider.System.GetUtcNow();
        var sent = Assert.IsType<SendResult.Sent>(await _sender.SendAsync(ToAda(), CancellationToken.None));
        var conversation = sent.Conversation!.Value;
        var place = new MessagePlace(conversation, null, sent.Message);

        var said = Assert.Single(_workspace.World.SaidByBot(conversation.Value));
        Assert.Equal("ask:will:7", said["blocks"]![1]!["elements"]![0]!["action_id"]!.ToString());
        Assert.StartsWith("&lt;!channel&gt;", said["blocks"]![0]!["text"]!["text"]!.ToString().Replace("\u2060", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(said.ContainsKey("thread_ts"));
        Assert.Empty(_workspace.World.SaidByBot(_help));

        Assert.Equal((sent.Message, conversation), await _sender.FindAsync(ToAda(), since, CancellationToken.None) is FindResult.Found found ? (found.Message, found.Conversation) : default);
        Assert.IsType<FindResult.Absent>(await _sender.FindAsync(ToAda() with { OutboxId = 8 }, since, CancellationToken.None));
        Assert.IsType<SendResult.Sent>(await _sender.EditAsync(place, ToAda() with { Text = "another", }, CancellationToken.None));
        Assert.Equal(2, Assert.Single(_workspace.World.SaidByBot(conversation.Value))["blocks"]!.AsArray().Count);
        Assert.IsType<SendResult.Sent>(await _sender.EditAsync(place, ToAda() with { Text = "thanks", Buttons = [] }, CancellationToken.None));
        var after = Assert.Single(_workspace.World.SaidByBot(conversation.Value));
        Assert.Equal("thanks", after["text"]!.ToString());
        Assert.True(after["blocks"] is null or System.Text.Json.Nodes.JsonArray { Count: 0 });
        Assert.IsType<SendResult.Sent>(await _sender.DeleteAsync(place, CancellationToken.None));
        Assert.IsType<FindResult.Absent>(await _sender.FindAsync(ToAda(), since, CancellationToken.None));
    }

    [Fact]
    public async Task After_an_answer_that_was_lost_a_private_message_is_found_in_its_conversation()
    {
        var since = TimeProvider.System.GetUtcNow();
        _slack.WebApi.FailNext("chat.postMessage", new FakeCallFault.Drop(AfterDoing: true));

        Assert.IsType<SendResult.Uncertain>(await _sender.SendAsync(ToAda(), CancellationToken.None));

        var found = Assert.IsType<FindResult.Found>(await _sender.FindAsync(ToAda(), since, CancellationToken.None));
        Assert.StartsWith("D", found.Conversation!.Value.Value, StringComparison.Ordinal);
        Assert.Single(_workspace.World.SaidByBot(found.Conversation.Value.Value));
    }

    [Theory]
    [InlineData("conversations.open", "user_not_found", "has left")]
    [InlineData("conversations.open", "user_disabled", "closed")]
    [InlineData("conversations.open", "user_not_visible", "takes no direct messages")]
    [InlineData("conversations.open", "cannot_dm_bot", "takes no direct messages")]
    [InlineData("chat.postMessage", "messages_tab_disabled", "messages tab")]
    public async Task Who_cannot_be_reached_is_a_result_and_nothing_is_said_elsewhere(string method, string error, string words)
    {
        _slack.WebApi.FailNext(method, new FakeSlackFault.NotOk(error));

        var refused = Assert.IsType<SendResult.Refused>(await _sender.SendAsync(ToAda(), CancellationToken.None));

        Assert.True(refused.CannotBeReached);
        Assert.Contains(words, refused.Reason, StringComparison.Ordinal);
        Assert.Empty(_workspace.World.SaidByBot(_help));
        Assert.DoesNotContain(_slack.WebApi.CallsOf("chat.postMessage"), call => call.Text("channel") == _help);
    }

    [Fact]
    public async Task Without_the_scope_for_private_messages_it_is_named()
    {
        _workspace.World.Scopes.Remove("im:write");

        var refused = Assert.IsType<SendResult.Refused>(await _sender.SendAsync(ToAda(), CancellationToken.None));

        Assert.Contains("im:write", refused.Reason, StringComparison.Ordinal);
        Assert.True(refused.LacksPermission);
        Assert.IsType<FindResult.Unknown>(await _sender.FindAsync(ToAda(), TimeProvider.System.GetUtcNow(), CancellationToken.None));
    }

    [Fact]
    public async Task Where_opening_the_conversation_fails_nothing_was_said_and_it_may_be_tried_again()
    {
        _slack.WebApi.FailNext("conversations.open", [.. Enumerable.Repeat<FakeCallFault>(new FakeCallFault.Drop(AfterDoing: true), 5)]);

        Assert.IsType<SendResult.RetryAfter>(await _sender.SendAsync(ToAda(), CancellationToken.None));

        Assert.Empty(_slack.WebApi.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task Whether_a_member_is_there_is_asked_of_Slack()
    {
        var (ada, user) = (new MemberId(new CommunityId(Platform.Slack, _workspace.TeamId), _ada), _workspace.World.Users[_ada]);
        Assert.Equal(default, await _sender.PresenceAsync(ada, CancellationToken.None));

        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        user.DoNotDisturb = (now.AddHours(-1), now.AddHours(1));
        Assert.Equal(new MemberPresence(now.AddHours(1), IsAway: false), await _sender.PresenceAsync(ada, CancellationToken.None));
        (user.DoNotDisturb, user.IsActive) = ((now.AddHours(1), now.AddHours(2)), false);
        Assert.Equal(new MemberPresence(null, IsAway: true), await _sender.PresenceAsync(ada, CancellationToken.None));

        _workspace.World.Scopes.Remove("dnd:read");
        _workspace.World.Scopes.Remove("users:read");
        Assert.Equal(default, await _sender.PresenceAsync(ada, CancellationToken.None));
    }

    private OutgoingMessage ToAda() => Message("<!channel> look at this?", replyTo: null) with
    {
        To = new MemberId(new CommunityId(Platform.Slack, _workspace.TeamId), _ada),
        Buttons = [new MessageButton(new ButtonId("ask", "will", 7), "I'll reply") { IsMain = true }],
    };

    [Fact]
    public async Task A_place_is_the_conversation_of_those_two_with_the_bot_and_opened_twice_it_is_the_same()
    {
        var bob = _workspace.World.AddUser("bob");
        MemberId[] members = [new(Channel(_help).Community, _ada), new(Channel(_help).Community, bob)];
        var message = Message("<!channel> hello", replyTo: null) with { Opens = new MeetingPlace("name", IsPrivate: false, members), AllowedMentions = new AllowedMentions { Members = members } };
        var since = TimeProvider.System.GetUtcNow();

        _slack.WebApi.FailNext("chat.postMessage", new FakeCallFault.Drop(AfterDoing: true));
        Assert.IsType<SendResult.Uncertain>(await _sender.SendAsync(message, CancellationToken.None));
        var found = Assert.IsType<FindResult.Found>(await _sender.FindAsync(message, since, CancellationToken.None));
        var place = found.Conversation!.Value;
        Assert.True(_workspace.World.Channels[place.Value].Members.SetEquals([_ada, bob, _workspace.BotUserId]));
        Assert.StartsWith($"<@{_ada}> <@{bob}> &lt;!channel", Assert.Single(_workspace.World.SaidByBot(place.Value))["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(_workspace.World.SaidByBot(_help));

        var again = Assert.IsType<SendResult.Sent>(await _sender.SendAsync(message with { OutboxId = 8 }, CancellationToken.None));
        Assert.Equal(place, again.Conversation);
        Assert.IsType<SendResult.Sent>(await _sender.DeleteAsync(new MessagePlace(place, Thread: null, again.Message), CancellationToken.None));
    }

    private OutgoingMessage Message(string text, MessageId? replyTo) => new() { OutboxId = 7, Channel = Channel(_help), Text = text, ReplyTo = replyTo };

    private Task<SendResult> SendAsync(string text, MessageId? replyTo) => _sender.SendAsync(Message(text, replyTo), CancellationToken.None);

    private Task<ReadAccess> CanReadAsync(string user, string channel) =>
        _sender.CanReadAsync(new MemberId(new CommunityId(Platform.Slack, _workspace.TeamId), user), Channel(channel), CancellationToken.None);
}
