using System.Text.Json.Nodes;
using EngageBot.Chat;
using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Host.Platforms.Discord;
using EngageBot.TestKit.FakeDiscord;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Platforms.Discord;

public sealed class DiscordMeetingsTests : IAsyncLifetime
{
    private LiveDiscord _discord = null!;
    private DiscordRestClient _client = null!;
    private DiscordSender _sender = null!;
    private Snowflake _guild;
    private Snowflake _help;
    private Snowflake _ada;
    private Snowflake _bob;

    public async Task InitializeAsync()
    {
        _discord = await LiveDiscord.StartAsync();
        _guild = _discord.World.AddGuild();
        _help = _discord.World.AddChannel(_guild);
        _ada = _discord.World.AddMember(_guild, "ada");
        _bob = _discord.World.AddMember(_guild, "bob");
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
        var world = new DiscordWorld(settings, _discord.World.BotId, [0], totalShards: 1, TimeProvider.System);
        _sender = new DiscordSender(_client, world, new DiscordReaders(_client, world, TimeProvider.System), settings);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task A_public_place_is_a_thread_on_a_message_that_pings_those_two_alone_and_opened_twice_there_is_one()
    {
        var sent = Assert.IsType<SendResult.Sent>(await SendAsync(isPrivate: false));
        Assert.Equal(sent, await SendAsync(isPrivate: false));

        var said = Assert.Single(_discord.World.MessagesOf(_help));
        Assert.Equal($"<@{_ada}> <@{_bob}>\n\\<@9> @everyone hello", said["content"]!.ToString());
        var thread = Tells(new Snowflake((ulong)sent.Message.Number));
        Assert.Equal(((int)ChannelType.PublicThread, "Getting to know each other", _help.ToString()), (thread["type"]!.GetValue<int>(), thread["name"]!.ToString(), thread["parent_id"]!.ToString()));
        var mentions = _discord.Rest.Calls.Last(call => call.Body?["allowed_mentions"] is not null).Body!["allowed_mentions"]!;
        Assert.Empty(mentions["parse"]!.AsArray());
        Assert.Equal([_ada.ToString(), _bob.ToString()], mentions["users"]!.AsArray().Select(user => user!.ToString()));
        Assert.Empty(_discord.Violations.All);
    }

    [Fact]
    public async Task A_message_that_a_crash_left_without_its_thread_gets_it_when_it_is_found()
    {
        _discord.Rest.FailNext("POST channels/{channel_id}/messages/{message_id}/threads", [.. Enumerable.Repeat(new FakeRestFault.Drop(AfterDoing: false), 5)]);
        Assert.IsType<SendResult.Uncertain>(await SendAsync(isPrivate: false));

        FindResult result = new FindResult.Unknown();
        for (var tries = 0; tries < 5 && result is FindResult.Unknown; tries++)
        {
            result = await _sender.FindAsync(Message(isPrivate: false), TimeProvider.System.GetUtcNow().AddMinutes(-1), CancellationToken.None);
        }

        var found = Assert.IsType<FindResult.Found>(result);
        Assert.Equal((int)ChannelType.PublicThread, Tells(new Snowflake((ulong)found.Message.Number))["type"]!.GetValue<int>());
    }

    [Fact]
    public async Task Where_no_thread_may_be_started_nothing_is_left_standing_and_it_is_said_in_words()
    {
        _discord.World.Denied[_help] = Permissions.CreatePublicThreads;
        Assert.True(Assert.IsType<SendResult.Refused>(await SendAsync(isPrivate: false)).LacksPermission);
        Assert.Empty(_discord.World.MessagesOf(_help));
    }

    [Fact]
    public async Task A_private_place_has_those_two_in_it_and_what_a_crash_left_half_done_is_finished()
    {
        _discord.Rest.FailNext("POST channels/{channel_id}/messages", [.. Enumerable.Repeat(new FakeRestFault.Drop(AfterDoing: false), 5)]);
        Assert.IsType<SendResult.Uncertain>(await SendAsync(isPrivate: true));
        Assert.IsType<FindResult.Absent>(await _sender.FindAsync(Message(isPrivate: true), TimeProvider.System.GetUtcNow().AddMinutes(-1), CancellationToken.None));

        var sent = Assert.IsType<SendResult.Sent>(await SendAsync(isPrivate: true));
        var place = Snowflake.Parse(sent.Conversation!.Value.Value);
        Assert.Equal(
            [_ada.ToString(), _bob.ToString()],
            _discord.World.ThreadMembers.Keys.Where(key => key.Thread == place && key.User != _discord.World.BotId).Select(key => key.User.ToString()).Order(StringComparer.Ordinal));
        Assert.Single(_discord.World.MessagesOf(place));
        Assert.Equal((int)ChannelType.PrivateThread, Tells(place)["type"]!.GetValue<int>());
        Assert.Equal(sent, await SendAsync(isPrivate: true));
        var found = Assert.IsType<FindResult.Found>(await _sender.FindAsync(Message(isPrivate: true), TimeProvider.System.GetUtcNow().AddMinutes(-1), CancellationToken.None));
        Assert.Equal((sent.Message, sent.Conversation), (found.Message, found.Conversation));
        Assert.Empty(_discord.World.MessagesOf(_help));
    }

    [Fact]
    public async Task A_private_thread_of_namesakes_is_not_taken_for_theirs()
    {
        var sent = Assert.IsType<SendResult.Sent>(await SendAsync(isPrivate: true));
        var other = Assert.IsType<SendResult.Sent>(await _sender.SendAsync(Message(isPrivate: true) with { OutboxId = 78 }, CancellationToken.None));
        Assert.NotEqual(sent.Conversation, other.Conversation);
    }

    private JsonNode Tells(Snowflake channel) => JsonNode.Parse(_discord.World.Tells(channel))!;

    private OutgoingMessage Message(bool isPrivate)
    {
        var community = new CommunityId(Platform.Discord, _guild.ToString());
        MemberId[] members = [new(community, _ada.ToString()), new(community, _bob.ToString())];
        return new OutgoingMessage
        {
            OutboxId = 77,
            Channel = new ChannelId(community, _help.ToString()),
            Text = "<@9> @everyone hello",
            Opens = new MeetingPlace("Getting to know each other", isPrivate, members),
            AllowedMentions = new EngageBot.Chat.AllowedMentions { Members = members },
        };
    }

    private Task<SendResult> SendAsync(bool isPrivate) => _sender.SendAsync(Message(isPrivate), CancellationToken.None);
}
