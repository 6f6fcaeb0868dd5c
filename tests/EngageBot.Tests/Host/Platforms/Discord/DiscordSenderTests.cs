using EngageBot.Chat;
using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Host.Platforms.Discord;
using EngageBot.TestKit.FakeDiscord;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Platforms.Discord;

public sealed class DiscordSenderTests : IAsyncLifetime
{
    private LiveDiscord _discord = null!;
    private DiscordRestClient _client = null!;
    private DiscordSender _sender = null!;
    private DiscordWorld _world = null!;
    private Snowflake _guild;
    private Snowflake _help;
    private Snowflake _ada;

    public async Task InitializeAsync()
    {
        _discord = await LiveDiscord.StartAsync();
        _guild = _discord.World.AddGuild();
        _help = _discord.World.AddChannel(_guild);
        _ada = _discord.World.AddMember(_guild, "ada");
        var settings = new DiscordSettings
        {
            Token = new BotToken("fake-token"),
            ApiBaseUrl = _discord.Api,
            Shards = ShardRange.Auto,
            MessageContent = true,
            ReadBack = TimeSpan.FromDays(7),
            ReadBackMessages = 1_000,
            NeedsAnswerTag = "Needs an answer",
        };
        _client = DiscordConnection.ClientOf(settings, TimeProvider.System, NullLogger<DiscordRestClient>.Instance);
        _world = new DiscordWorld(settings, _discord.World.BotId, [0], totalShards: 1, TimeProvider.System);
        _sender = new DiscordSender(_client, _world, new DiscordReaders(_client, _world, TimeProvider.System), settings);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task A_message_pings_nobody_shows_no_preview_and_sent_twice_stands_once()
    {
        var post = _discord.World.AddMessage(_help, _ada, "how?");

        var first = await SendAsync($"<@{_ada}> @everyone *look*", post);
        var second = await SendAsync($"<@{_ada}> @everyone *look*", post);

        Assert.Equal(first, second);
        Assert.Equal(2, _discord.World.MessagesOf(_help).Count);
        var body = _discord.Rest.Calls[^1].Body!;
        Assert.Empty(body["allowed_mentions"]!["parse"]!.AsArray());
        Assert.Equal((int)MessageFlags.SuppressEmbeds, body["flags"]!.GetValue<int>());
        Assert.True(body["enforce_nonce"]!.GetValue<bool>());
        Assert.Equal(post.ToString(), body["message_reference"]!["message_id"]!.ToString());
        Assert.Equal($"\\<@{_ada}> @everyone \\*look\\*", body["content"]!.ToString());
    }

    [Fact]
    public async Task What_was_sent_is_changed_found_and_taken_away()
    {
        var sent = Assert.IsType<SendResult.Sent>(await SendAsync("first", null)).Message;
        var place = new MessagePlace(Channel(_help), Thread: null, sent);

        Assert.Equal(sent, Assert.IsType<FindResult.Found>(await _sender.FindAsync(Message("first", null), TimeProvider.System.GetUtcNow().AddMinutes(-1), CancellationToken.None)).Message);
        Assert.IsType<SendResult.Sent>(await _sender.EditAsync(place, Message("second", null), CancellationToken.None));
        Assert.Equal("second", Assert.Single(_discord.World.MessagesOf(_help))["content"]!.ToString());
        Assert.Equal(PostPresence.There, await _sender.FetchAsync(place, CancellationToken.None));
        Assert.IsType<SendResult.Sent>(await _sender.DeleteAsync(place, CancellationToken.None));
        Assert.Equal(PostPresence.Gone, await _sender.FetchAsync(place, CancellationToken.None));
        Assert.IsType<FindResult.Absent>(await _sender.FindAsync(Message("first", null), TimeProvider.System.GetUtcNow().AddMinutes(-1), CancellationToken.None));
        Assert.True(Assert.IsType<SendResult.Refused>(await _sender.EditAsync(place, Message("third", null), CancellationToken.None)).IsGoneForGood);
    }

    [Fact]
    public async Task Where_Discord_does_not_tell_its_number_any_more_it_is_known_by_its_words_if_nothing_else_says_the_same()
    {
        var since = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        var sent = Assert.IsType<SendResult.Sent>(await SendAsync("look", null)).Message;
        Assert.IsType<SendResult.Sent>(await _sender.SendAsync(Message("read", null) with { OutboxId = 2 }, CancellationToken.None));
        _discord.World.AddMessage(_help, _ada, "listen");
        _discord.World.ForgetNonces(_help);
        Assert.Equal(sent, Assert.IsType<FindResult.Found>(await _sender.FindAsync(Message("look", null), since, CancellationToken.None)).Message);
        Assert.IsType<FindResult.Absent>(await _sender.FindAsync(Message("listen", null), since, CancellationToken.None));

        await _sender.SendAsync(Message("look", null) with { OutboxId = 3 }, CancellationToken.None);
        _discord.World.ForgetNonces(_help);
        Assert.IsType<FindResult.Unknown>(await _sender.FindAsync(Message("look", null), since, CancellationToken.None));
    }

    [Fact]
    public async Task A_direct_message_has_its_buttons_is_sent_once_found_changed_and_taken_away()
    {
        var message = Direct("look?") with { Buttons = [new MessageButton(new ButtonId("ask", "will", 5), "I'll reply") { IsMain = true }] };
        var sent = Assert.IsType<SendResult.Sent>(await _sender.SendAsync(message, CancellationToken.None));
        Assert.Equal(sent, await _sender.SendAsync(message, CancellationToken.None));
        var button = Assert.Single(_discord.MessagesTo(_ada))["components"]![0]!["components"]![0]!;
        Assert.Equal(("I'll reply", $"ask:will:5@{_guild}"), (button["label"]!.ToString(), button["custom_id"]!.ToString()));

        var found = Assert.IsType<FindResult.Found>(await _sender.FindAsync(message, TimeProvider.System.GetUtcNow().AddMinutes(-1), CancellationToken.None));
        Assert.Equal((sent.Message, sent.Conversation), (found.Message, found.Conversation));
        var place = new MessagePlace(sent.Conversation!.Value, Thread: null, sent.Message);
        Assert.IsType<SendResult.Sent>(await _sender.EditAsync(place, Direct("thanks"), CancellationToken.None));
        var changed = Assert.Single(_discord.MessagesTo(_ada));
        Assert.Equal(("thanks", 0), (changed["content"]!.ToString(), changed["components"]!.AsArray().Count));
        Assert.IsType<SendResult.Sent>(await _sender.DeleteAsync(place, CancellationToken.None));
        Assert.Empty(_discord.MessagesTo(_ada));
    }

    [Theory]
    [InlineData(50007)]
    [InlineData(50278)]
    public async Task Who_takes_no_direct_messages_cannot_be_reached(int code)
    {
        _discord.World.ClosedDMs[_ada] = code;
        Assert.True(Assert.IsType<SendResult.Refused>(await _sender.SendAsync(Direct("look?"), CancellationToken.None)).CannotBeReached);
    }

    [Fact]
    public async Task What_may_not_be_done_is_said_in_words()
    {
        _discord.World.Denied[_help] = Permissions.SendMessages;
        var refused = Assert.IsType<SendResult.Refused>(await SendAsync("hello", null));
        Assert.Contains("lacks a permission", refused.Reason, StringComparison.Ordinal);
        Assert.False(refused.IsGoneForGood);

        _discord.World.Denied[_help] = Permissions.ViewChannel;
        Assert.Contains("View Channel", Assert.IsType<SendResult.Refused>(await SendAsync("hello", null)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_line_broke_after_a_change_nobody_knows()
    {
        var sent = Assert.IsType<SendResult.Sent>(await SendAsync("first", null)).Message;
        _discord.Rest.FailNext("PATCH channels/{channel_id}/messages/{message_id}", [.. Enumerable.Repeat(new FakeRestFault.Drop(AfterDoing: true), 5)]);

        Assert.IsType<SendResult.Uncertain>(await _sender.EditAsync(new MessagePlace(Channel(_help), Thread: null, sent), Message("second", null), CancellationToken.None));
    }

    [Fact]
    public async Task A_post_in_a_forum_is_tagged_and_the_tag_taken_off_again()
    {
        var forum = _discord.World.AddChannel(_guild, "questions", ChannelType.GuildForum);
        var tag = _discord.World.AddTag(forum, "needs an answer");
        var thread = _discord.World.AddThread(forum, "how?", _ada);
        var post = new MessagePlace(Channel(forum), new MessageId((long)thread.Value), new MessageId((long)thread.Value));

        Assert.IsType<SendResult.Sent>(await _sender.TagAsync(post, isOn: true, CancellationToken.None));
        Assert.IsType<SendResult.Sent>(await _sender.TagAsync(post, isOn: true, CancellationToken.None));
        Assert.Equal([tag.ToString()], Tags(thread));
        Assert.IsType<SendResult.Sent>(await _sender.TagAsync(post, isOn: false, CancellationToken.None));
        Assert.Empty(Tags(thread));
    }

    [Fact]
    public async Task An_emoji_of_the_bot_stands_under_a_post_and_is_taken_off_again()
    {
        var post = new MessagePlace(Channel(_help), Thread: null, Assert.IsType<SendResult.Sent>(await SendAsync("hello", null)).Message);
        foreach (var isOn in new[] { true, true, false, false })
        {
            Assert.IsType<SendResult.Sent>(await _sender.ReactAsync(post, "👀", isOn, CancellationToken.None));
        }

        _discord.World.Denied[_help] = Permissions.AddReactions;
        Assert.True(Assert.IsType<SendResult.Refused>(await _sender.ReactAsync(post, "👀", isOn: true, CancellationToken.None)).LacksPermission);
    }

    [Fact]
    public async Task A_forum_without_the_tag_is_named()
    {
        var forum = _discord.World.AddChannel(_guild, "questions", ChannelType.GuildForum);
        var thread = _discord.World.AddThread(forum, "how?", _ada);
        var post = new MessagePlace(Channel(forum), new MessageId((long)thread.Value), new MessageId((long)thread.Value));

        Assert.Contains("questions", Assert.IsType<SendResult.Refused>(await _sender.TagAsync(post, isOn: true, CancellationToken.None)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_that_started_a_thread_stands_in_its_channel_but_in_a_forum_in_its_thread()
    {
        var (forum, id) = (new Snowflake(500), new MessageId(600));
        _world.Translate(
            new GatewayDispatch(0, new GatewaySession("s", "wss://r", 1), new ChannelCreateEvent(new Channel { Id = forum, Type = ChannelType.GuildForum, GuildId = _guild })), learnt: null);

        Assert.EndsWith($"/{_guild}/{_help}/600", _sender.LinkTo(new MessagePlace(Channel(_help), id, id))!.AbsoluteUri, StringComparison.Ordinal);
        Assert.EndsWith($"/{_guild}/600/600", _sender.LinkTo(new MessagePlace(Channel(forum), id, id))!.AbsoluteUri, StringComparison.Ordinal);
        Assert.EndsWith($"/{_guild}/600/601", _sender.LinkTo(new MessagePlace(Channel(_help), id, new MessageId(601)))!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain words: 1, 2!", "plain words: 1, 2!")]
    [InlineData("a_b *c* ~d~ `e` |f|", "a\\_b \\*c\\* \\~d\\~ \\`e\\` \\|f\\|")]
    [InlineData("# title\n> quote\n- item", "\\# title\n\\> quote\n\\- item")]
    [InlineData("see https://example.org/a_b*c", "see https://example.org/a_b*c")]
    [InlineData("<@1> [x](y)", "\\<@1> \\[x](y)")]
    public void Text_is_shown_as_it_is(string text, string escaped) => Assert.Equal(escaped, DiscordText.Escape(text));

    private string[] Tags(Snowflake thread) => [.. System.Text.Json.Nodes.JsonNode.Parse(_discord.World.Tells(thread))!["applied_tags"]!.AsArray().Select(tag => tag!.ToString())];

    private ChannelId Channel(Snowflake channel) => new(new CommunityId(Platform.Discord, _guild.ToString()), channel.ToString());

    private OutgoingMessage Message(string text, Snowflake? replyTo) => new()
    {
        OutboxId = 1_234_567_890_123,
        Channel = Channel(_help),
        Text = text,
        ReplyTo = replyTo is { } post ? new MessageId((long)post.Value) : null,
    };

    private OutgoingMessage Direct(string text) => Message(text, replyTo: null) with { To = new MemberId(Channel(_help).Community, _ada.ToString()) };

    private Task<SendResult> SendAsync(string text, Snowflake? replyTo) => _sender.SendAsync(Message(text, replyTo), CancellationToken.None);
}
