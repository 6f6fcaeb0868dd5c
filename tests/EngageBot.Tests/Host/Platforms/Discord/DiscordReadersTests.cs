using EngageBot.Chat;
using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms;
using EngageBot.Tests.Discord.Rest;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.Tests.Host.Platforms.Discord;

/// <summary>A guild in which one channel is for the role Staff, with a private thread in the open one.</summary>
public sealed class DiscordReadersTests : IAsyncLifetime
{
    private static readonly Snowflake Staff = new(77);

    private RestServer _server = null!;
    private DiscordWorld _world = null!;
    private DiscordReaders _readers = null!;
    private Snowflake _staffRoom;
    private Snowflake _thread;
    private Snowflake _ada;
    private Snowflake _bob;

    public async Task InitializeAsync()
    {
        _server = await RestServer.StartAsync();
        var fake = _server.World;
        (_ada, _bob) = (fake.AddMember(_server.Guild, "ada"), fake.AddMember(_server.Guild, "bob"));
        _staffRoom = fake.AddChannel(_server.Guild, "staff");
        _thread = fake.AddThread(_server.Channel, "quietly", _ada, ChannelType.PrivateThread);
        fake.SetRoles(_server.Guild, _bob, Staff);
        _world = new DiscordWorld(Settings(), fake.BotId, [0], totalShards: 1, _server.Clock);
        _readers = new DiscordReaders(_server.Client, _world, _server.Clock);
        Tell(Whole());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_open_channel_is_for_every_member_and_for_nobody_else()
    {
        Assert.Equal(ReadAccess.Can, await AskAsync(_ada, _server.Channel));
        Assert.Equal(ReadAccess.Cannot, await AskAsync(_server.World.AddUser("carol"), _server.Channel));
        Assert.Equal(ReadAccess.Cannot, await AskAsync(_ada, _server.Channel, community: "1"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_told_to_have_lost_a_role_or_to_have_left_reads_what_it_opened_no_more(bool leaves)
    {
        await AskAsync(_bob, _staffRoom);
        _server.World.SetRoles(_server.Guild, _bob);
        var user = new User { Id = _bob };
        Tell(leaves ? new GuildMemberRemoveEvent { GuildId = _server.Guild, User = user } : new GuildMemberUpdateEvent { GuildId = _server.Guild, User = user });

        Assert.Equal(ReadAccess.Cannot, await AskAsync(_bob, _staffRoom));
    }

    [Fact]
    public async Task A_channel_of_a_role_is_for_who_has_it_and_no_longer_than_a_minute_after_he_had_it()
    {
        Assert.Equal((ReadAccess.Cannot, ReadAccess.Can), (await AskAsync(_ada, _staffRoom), await AskAsync(_bob, _staffRoom)));
        _server.World.SetRoles(_server.Guild, _bob);
        await AskAsync(_bob, _staffRoom);
        await AskAsync(_bob, _server.Channel);
        Assert.Equal(2, _server.Rest.Calls.Count); // One for each member.

        _server.Clock.MoveTo(_server.Clock.GetUtcNow().AddMinutes(1));
        Assert.Equal(ReadAccess.Cannot, await AskAsync(_bob, _staffRoom));
    }

    [Fact]
    public async Task What_is_told_of_a_channel_counts_at_once()
    {
        Assert.Equal(ReadAccess.Can, await AskAsync(_ada, _server.Channel));

        Tell(new ChannelUpdateEvent(new Channel
        {
            Id = _server.Channel, GuildId = _server.Guild, Type = ChannelType.GuildText, PermissionOverwrites = [new PermissionOverwrite { Id = _server.Guild, Deny = Permissions.ViewChannel }],
        }));

        Assert.Equal(ReadAccess.Cannot, await AskAsync(_ada, _server.Channel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_private_thread_is_for_who_is_in_it_also_where_nobody_told_of_it(bool isTold)
    {
        if (isTold)
        {
            Tell(new ThreadCreateEvent(new Channel { Id = _thread, GuildId = _server.Guild, ParentId = _server.Channel, Type = ChannelType.PrivateThread }));
        }

        Assert.Equal((ReadAccess.Can, ReadAccess.Cannot), (await AskAsync(_ada, _thread), await AskAsync(_bob, _thread)));
        var calls = _server.Rest.Calls.Count;
        Assert.Equal((ReadAccess.Can, ReadAccess.Cannot), (await AskAsync(_ada, _thread), await AskAsync(_bob, _thread)));
        Assert.Equal(calls, _server.Rest.Calls.Count);
    }

    [Fact]
    public async Task Where_Discord_cannot_be_asked_or_does_not_tell_it_is_not_known()
    {
        _server.Rest.FailNext("GET guilds/{guild_id}/members/{user_id}", new FakeRestFault.TooManyRequests(EngageBot.Discord.Rest.RateLimitScope.User, TimeSpan.FromHours(1)));
        Assert.Equal(ReadAccess.Unknown, await AskAsync(_ada, _server.Channel));
        Assert.Equal(ReadAccess.Unknown, await AskAsync(_bob, new Snowflake(404)));

        var untold = new DiscordReaders(_server.Client, new DiscordWorld(Settings(), _server.World.BotId, [0], 1, _server.Clock), _server.Clock);
        Assert.Equal(ReadAccess.Unknown, await untold.CanReadAsync(Member(_bob), Channel(_server.Channel), CancellationToken.None));
    }

    [Fact]
    public void What_is_remembered_is_bounded_and_brief()
    {
        var clock = new VirtualClock(TestTime.Noon);
        var memory = new BriefMemory<int, string>(TimeSpan.FromMinutes(1), capacity: 100, clock);
        for (var key = 0; key < 1_000; key++)
        {
            memory.Put(key, "known");
            Assert.InRange(memory.Count, 1, 100);
        }

        Assert.True(memory.TryGet(999, out _));
        clock.MoveTo(TestTime.Noon.AddMinutes(1));
        Assert.False(memory.TryGet(999, out _));
    }

    private static DiscordSettings Settings() => new()
    {
        Token = new BotToken("fake-token"),
        ApiBaseUrl = new Uri("http://127.0.0.1/"),
        Shards = ShardRange.Auto,
        MessageContent = true,
        ReadBack = TimeSpan.FromDays(7),
        ReadBackMessages = 1_000,
        NeedsAnswerTag = "waiting",
    };

    private Task<ReadAccess> AskAsync(Snowflake member, Snowflake channel, string? community = null) =>
        _readers.CanReadAsync(Member(member, community), Channel(channel), CancellationToken.None);

    private MemberId Member(Snowflake member, string? community = null) => new(new CommunityId(Platform.Discord, community ?? _server.Guild.ToString()), member.ToString());

    private ChannelId Channel(Snowflake channel) => new(new CommunityId(Platform.Discord, _server.Guild.ToString()), channel.ToString());

    private void Tell(GatewayEvent happened) => _world.Translate(new GatewayDispatch(0, new GatewaySession("session", "wss://resume", 1), happened), learnt: null);

    private GuildCreateEvent Whole() => new(new Guild
    {
        Id = _server.Guild,
        OwnerId = new Snowflake(1),
        Roles = [new Role { Id = _server.Guild, Permissions = Permissions.ViewChannel | Permissions.ReadMessageHistory }, new Role { Id = Staff }],
        Members = [new Member { User = new User { Id = _server.World.BotId } }],
        Channels =
        [
            new Channel { Id = _server.Channel, Type = ChannelType.GuildText, Name = "help" },
            new Channel
            {
                Id = _staffRoom,
                Type = ChannelType.GuildText,
                Name = "staff",
                PermissionOverwrites = [new PermissionOverwrite { Id = _server.Guild, Deny = Permissions.ViewChannel }, new PermissionOverwrite { Id = Staff, Allow = Permissions.ViewChannel }],
            },
        ],
    });
}
