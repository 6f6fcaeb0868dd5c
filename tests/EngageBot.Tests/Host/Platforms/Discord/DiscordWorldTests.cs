using EngageBot.Chat;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms.Discord.Reading;
using EngageBot.Pipeline;
using EngageBot.TestKit;

namespace EngageBot.Tests.Host.Platforms.Discord;

/// <summary>What the events of one shard become, from a guild's coming to its going.</summary>
public sealed partial class DiscordWorldTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly Snowflake Guild = new(4_194_304);
    private static readonly Snowflake Bot = new(99);
    private static readonly Snowflake Help = new(200);
    private static readonly Snowflake Talk = new(300);

    private readonly VirtualClock _clock = new(Now);
    private readonly DiscordWorld _world;
    private long _sequence;

    public DiscordWorldTests() => _world = NewWorld();

    [Fact]
    public void Every_event_moves_the_place_in_the_stream_also_one_that_nobody_reads()
    {
        GatewayEvent[] events = [new UnknownEvent("PRESENCE_UPDATE"), new InvalidEvent("MESSAGE_CREATE", "no id"), Whole(), Said(1), new ResumedEvent()];

        Assert.All(events, happened =>
        {
            var items = Take(happened);
            Assert.Equal($"{_sequence} 1 session wss://resume 34305", items[^1].Position!.Value);
            Assert.All(items.SkipLast(1), item => Assert.Null(item.Position));
        });
    }

    [Fact]
    public void A_guild_tells_of_its_channels_and_who_can_read_them()
    {
        var channels = Take(Whole()).Select(item => item.Event).OfType<ChannelSeen>().ToList();

        Assert.Equal([("help", ChannelVisibility.Everyone), ("staff", ChannelVisibility.Readers)], channels.Select(channel => (channel.Name, channel.Visibility)));
    }

    [Fact]
    public void Told_the_same_again_it_tells_nothing_again()
    {
        Take(Whole());

        Assert.All(Take(Whole()), item => Assert.Null(item.Event));
    }

    [Fact]
    public void Roles_that_changed_meanwhile_are_told_of()
    {
        Take(Whole());
        var guild = Whole().Guild;

        var seen = Take(new GuildCreateEvent(guild with { Roles = [new Role { Id = Guild, Permissions = Permissions.None }] })).Select(item => item.Event).OfType<ChannelSeen>();

        Assert.All(seen, channel => Assert.Equal(ChannelVisibility.Readers, channel.Visibility));
    }

    [Fact]
    public void The_mark_follows_live_messages_while_nothing_is_missing()
    {
        Take(Whole());

        var item = Take(Said(1))[^1];

        Assert.Equal((Help.ToString(), (long)At(1).Value, null), (item.Mark!.Channel.Value, item.Mark.Message.Number, item.Mark.Thread));
    }

    [Fact]
    public void While_a_gap_is_open_live_messages_do_not_move_the_mark()
    {
        Take(Whole(last: At(-60)));
        Assert.Null(Take(Said(1))[^1].Mark);
        var gap = Assert.Single(_world.Reading.Gaps);

        var closing = Assert.Single(_world.Close(gap, At(-60), isRead: true));

        Assert.Equal((long)At(-60).Value, closing.Mark!.Message.Number);
        Assert.Null(closing.Note!.Value);
        Assert.NotNull(Take(Said(2))[^1].Mark);
    }

    [Fact]
    public void Before_its_guild_is_told_in_a_session_nobody_knows_what_is_missing()
    {
        Take(Whole());

        Assert.Null(Take(Said(1), session: "another")[^1].Mark);
    }

    [Fact]
    public void Only_what_is_newer_than_its_mark_and_not_too_old_is_a_gap()
    {
        Take(Whole());
        Take(Said(1));

        Take(Whole(last: At(1)));
        Assert.Empty(_world.Reading.Gaps);

        Take(Whole(last: At(2)));
        Assert.Equal(At(2), Assert.Single(_world.Reading.Gaps).UpTo);

        var other = NewWorld();
        Take(Whole(last: Snowflake.At(Now.AddDays(-8))), world: other);
        Assert.Empty(other.Reading.Gaps);
    }

    [Fact]
    public void A_channel_that_the_bot_cannot_read_is_no_gap_but_is_named()
    {
        var told = Take(Whole(lastInStaff: At(-1)));

        Assert.Empty(Assert.Single(told.Select(item => item.Event).OfType<CommunitySeen>()).Unreadable); // Not to those who read along among moderators.
        Assert.Empty(_world.Reading.Gaps);
        Assert.Equal(["staff"], _world.Unreadable(Guild));
    }

    [Fact]
    public void A_process_that_knows_only_its_database_goes_on_where_the_last_one_was()
    {
        List<QueuedEvent> all = [.. Take(Whole(last: At(-60))), .. Take(new ThreadCreateEvent(Thread())), .. Take(Said(1))];
        var cold = NewWorld();

        cold.Restore(all.Select(item => item.Note).OfType<SourceNote>(), all.Select(item => item.Mark).OfType<CompleteUpTo>());

        Assert.Single(cold.Reading.Gaps);
        var said = Take(Said(2, Talk), world: cold);
        Assert.Equal((Help.ToString(), (long)Talk.Value), (Created(said).Channel.Value, Created(said).Thread!.Value.Number));
        Assert.Equal((long)Talk.Value, said[^1].Mark!.Thread!.Value.Number);
    }

    [Fact]
    public void A_thread_that_is_not_listed_any_more_was_archived_and_is_read_up()
    {
        Take(Whole());
        Take(new ThreadCreateEvent(Thread()));
        Take(Said(1, Talk));

        Take(Whole());

        Assert.Equal(Talk, Assert.Single(_world.Reading.Gaps).Channel);
    }

    [Fact]
    public void What_happened_in_a_channel_nobody_told_of_is_asked_for()
    {
        Take(Whole());
        var dispatch = new GatewayDispatch(0, new GatewaySession("session", "wss://resume", 9), Said(1, Talk));

        Assert.Equal(Talk, _world.Unknown(dispatch));
        Assert.Equal(Help.ToString(), Created(_world.Translate(dispatch, Thread())).Channel.Value);
        Assert.Null(_world.Unknown(dispatch));
    }

    [Fact]
    public void Reactions_that_are_taken_back_are_told_of()
    {
        Take(Whole());
        var emoji = new Emoji { Name = "✅" };
        GatewayEvent[] events =
        [
            new MessageReactionRemoveEvent { GuildId = Guild, ChannelId = Help, MessageId = At(1), UserId = new Snowflake(7), Emoji = emoji },
            new MessageReactionRemoveEmojiEvent { GuildId = Guild, ChannelId = Help, MessageId = At(1), Emoji = emoji },
            new MessageReactionRemoveAllEvent { GuildId = Guild, ChannelId = Help, MessageId = At(1) },
        ];

        var removed = events.SelectMany(happened => Take(happened)).Select(item => item.Event).Cast<ReactionRemoved>().ToList();

        Assert.Equal([("7", "✅"), (null, "✅"), (null, null)], removed.Select(one => (one.Member?.Value, one.Emoji)));
        Assert.All(removed, one => Assert.Equal((long)At(1).Value, one.Message.Number));
        Assert.Null(Assert.Single(Take(new MessageReactionRemoveEvent { GuildId = Guild, ChannelId = Help, Emoji = new Emoji { Id = new Snowflake(5) } })).Event);
        Assert.Equal(Talk, _world.Unknown(new GatewayDispatch(0, default, new MessageReactionRemoveAllEvent { GuildId = Guild, ChannelId = Talk })));
    }

    [Fact]
    public void Who_writes_in_a_private_thread_can_read_it()
    {
        Take(Whole());
        Take(new ThreadCreateEvent(Thread() with { Type = ChannelType.PrivateThread, OwnerId = new Snowflake(5) }));

        var seen = Assert.Single(Take(Said(1, Talk)).Select(item => item.Event).OfType<ChannelSeen>());

        Assert.Equal(["1", "5", "7"], seen.Readers.Select(reader => reader.Value).Order());
        Assert.Empty(Take(Said(2, Talk)).Select(item => item.Event).OfType<ChannelSeen>());
    }

    [Fact]
    public void An_outage_forgets_nothing_and_a_removal_all()
    {
        Take(Whole());

        Assert.Null(Assert.Single(Take(new GuildDeleteEvent(new UnavailableGuild { Id = Guild, Unavailable = true }))).Note);
        Assert.NotNull(_world.Find(Help));
        Take(new GuildDeleteEvent(new UnavailableGuild { Id = Guild }));
        Assert.Null(_world.Find(Help));
    }

    [Fact]
    public void A_member_is_told_of_once_and_again_under_another_name()
    {
        Take(Whole());

        Assert.Single(Take(Said(1)).Select(item => item.Event).OfType<MemberSeen>());
        Assert.Empty(Take(Said(2)).Select(item => item.Event).OfType<MemberSeen>());
        var renamed = Said(3).Message with { Member = new Member { Nick = "countess" } };
        Assert.Equal("countess", Assert.Single(Take(new MessageCreateEvent(renamed)).Select(item => item.Event).OfType<MemberSeen>()).Name);
    }

    [Fact]
    public async Task It_has_caught_up_when_all_is_committed()
    {
        Take(new ReadyEvent { User = new User { Id = Bot }, SessionId = "session", ResumeGatewayUrl = "wss://resume", Guilds = [new UnavailableGuild { Id = Guild, Unavailable = true }] });
        var told = Take(Whole(last: At(-60)));
        Commit(told);
        Assert.False(_world.IsCaughtUp);

        Commit(_world.Close(Assert.Single(_world.Reading.Gaps), At(-60), isRead: true));
        var closing = _world.Found(Assert.Single(_world.Reading.Searches), []);
        Assert.False(_world.IsCaughtUp);
        Commit(closing);

        using var guard = new CancellationTokenSource(TestTime.Patience);
        while (!_world.IsCaughtUp)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, guard.Token);
        }
    }

    [Theory]
    [InlineData("7 4 abc wss://resume 34305", 4, true)]
    [InlineData("7 4 abc wss://resume 34305", 8, false)]
    [InlineData("7 4 abc wss://resume 513", 4, false)]
    [InlineData("7 4 abc wss://resume", 4, false)]
    [InlineData("seven 4 abc wss://resume 34305", 4, false)]
    [InlineData("", 4, false)]
    [InlineData(null, 4, false)]
    public void A_place_of_another_number_of_shards_or_of_other_intents_is_not_gone_on_from(string? value, int shards, bool goesOn) =>
        Assert.Equal(goesOn ? new GatewaySession("abc", "wss://resume", 7) : (GatewaySession?)null, ShardPosition.Parse(value, shards, DiscordConnection.IntentsOf(messageContent: true)));
}
