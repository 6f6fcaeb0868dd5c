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
        _sender = new SlackSender(_connection.Worlds, new SlackReaders(_connection.Worlds, TimeProvider.System), new SlackDepartures(_connection.Worlds, _health, TimeProvider.System));
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
