using EngageBot.Communities;
using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Health;
using EngageBot.Host.Platforms.Discord;
using EngageBot.TestKit;

namespace EngageBot.Tests.Host.Platforms.Discord;

public sealed class DiscordHealthTests : IAsyncLifetime, IDisposable
{
    private static readonly Snowflake Guild = new(4_194_304);
    private static readonly Snowflake Bot = new(99);
    private static readonly Snowflake Board = new(200);
    private static readonly Snowflake Help = new(201);
    private static readonly HashSet<int> Up = [];

    private readonly VirtualClock _clock = new(TestTime.Noon);
    private readonly LineLogger<HealthBook> _log = new();
    private TestDatabase _database = null!;
    private HealthBook _book = null!;
    private DiscordWorld _world = null!;
    private DiscordHealth _health = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        _book = new HealthBook(_database.Source, _clock, _log);
        var settings = new DiscordSettings
        {
            Token = new BotToken("made.up.token"),
            ApiBaseUrl = new Uri("http://127.0.0.1/"),
            Shards = ShardRange.Auto,
            MessageContent = true,
            ReadBack = TimeSpan.FromDays(7),
            ReadBackMessages = 1_000,
            NeedsAnswerTag = "waiting",
        };
        _world = new DiscordWorld(settings, Bot, [0], totalShards: 1, _clock);
        _health = new DiscordHealth([], _world, RulesBook.Fixed(new CommunityRules { BoardChannel = "board", WatchedChannels = ["help"] }), _book, _clock);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public void Dispose() => _book.Dispose();

    [Fact]
    public async Task A_line_that_is_down_for_more_than_a_minute_is_a_condition_until_it_is_up()
    {
        await LookAsync(Down(1));
        await LookAsync(Down(1), TimeSpan.FromSeconds(60));
        Assert.Empty(await OpenAsync());

        await LookAsync(Down(1, 2), TimeSpan.FromSeconds(1));
        await LookAsync(Down(1, 2), TimeSpan.FromMinutes(5));
        Assert.StartsWith("disconnected: There has been no connection to Discord since 2026-01-05 12:00 UTC;", Assert.Single(await OpenAsync()), StringComparison.Ordinal);
        Assert.Single(_log.Lines);

        await LookAsync(Down(2));
        Assert.Single(await OpenAsync());
        await LookAsync(Up);
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task A_short_break_after_another_is_no_long_one()
    {
        await LookAsync(Down(1));
        await LookAsync(Up, TimeSpan.FromSeconds(50));
        await LookAsync(Down(1), TimeSpan.FromSeconds(5));
        await LookAsync(Down(1), TimeSpan.FromSeconds(50));

        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task What_the_rules_need_and_the_bot_lacks_is_said_for_each_channel()
    {
        Tell(Whole(board: Permissions.SendMessages, help: Permissions.ReadMessageHistory));
        await LookAsync(Up);

        Assert.Equal(
            [
                "rights: In #board the bot lacks Send Messages: give its role that there.",
                "rights: In #help the bot lacks Read Message History: give its role that there.",
            ],
            await OpenAsync());

        Tell(Whole(board: Permissions.None, help: Permissions.ReadMessageHistory | Permissions.ViewChannel | Permissions.SendMessages));
        await LookAsync(Up);
        Assert.Equal(["rights: In #help the bot lacks View Channel and Read Message History: give its role that there."], await OpenAsync());

        Tell(Whole(board: Permissions.None, help: Permissions.SendMessages)); // Only to be read.
        await LookAsync(Up);
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task A_refusal_lasts_until_what_was_missing_is_given_or_the_bot_has_left()
    {
        Tell(Whole(board: Permissions.SendMessages, help: Permissions.None));
        await LookAsync(Up);
        foreach (var channel in new[] { Board, Help })
        {
            await _book.RaiseAsync(HealthKey.In(_world.Find(channel)!.Channel, HealthCode.Permission), $"Refused in {channel}.", CancellationToken.None);
        }

        Tell(Whole(board: Permissions.SendMessages, help: Permissions.None));
        await LookAsync(Up);
        Assert.Equal(3, (await OpenAsync()).Count());

        Tell(Whole(board: Permissions.None, help: Permissions.None));
        await LookAsync(Up);
        Assert.Equal(["permission: Refused in 201."], await OpenAsync());

        Tell(new GuildDeleteEvent(new UnavailableGuild { Id = Guild }));
        await LookAsync(Up);
        Assert.Empty(await OpenAsync());
    }

    private static GuildCreateEvent Whole(Permissions board, Permissions help) => new(new Guild
    {
        Id = Guild,
        OwnerId = new Snowflake(1),
        Roles = [new Role { Id = Guild, Permissions = Permissions.ViewChannel | Permissions.ReadMessageHistory | Permissions.SendMessages }],
        Members = [new Member { User = new User { Id = Bot } }],
        Channels = [Channel(Board, "board", board), Channel(Help, "help", help)],
    });

    private static Channel Channel(Snowflake id, string name, Permissions denied) => new()
    {
        Id = id, Type = ChannelType.GuildText, Name = name, PermissionOverwrites = [new PermissionOverwrite { Id = Guild, Deny = denied }],
    };

    private static HashSet<int> Down(params int[] shards) => [.. shards];

    private void Tell(GatewayEvent happened) => _world.Translate(new GatewayDispatch(0, new GatewaySession("session", "wss://resume", 1), happened), learnt: null);

    private Task LookAsync(IReadOnlySet<int> down, TimeSpan after = default)
    {
        _clock.MoveTo(_clock.GetUtcNow() + after);
        return _health.LookAsync(down, CancellationToken.None);
    }

    private async Task<IEnumerable<string>> OpenAsync() =>
        (await HealthStore.OpenAsync(_database.Source, CancellationToken.None)).Select(condition => $"{condition.Key.Code}: {condition.Sentence}").Order(StringComparer.Ordinal);
}
