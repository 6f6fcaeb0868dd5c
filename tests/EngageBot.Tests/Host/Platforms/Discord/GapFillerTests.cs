using EngageBot.Chat;
using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms.Discord.Reading;
using EngageBot.Tests.Discord.Rest;
using EngageBot.TestKit;

namespace EngageBot.Tests.Host.Platforms.Discord;

public sealed class GapFillerTests
{
    private const int Channels = 12;

    [Fact]
    public async Task Where_most_is_said_is_read_up_first_and_the_log_says_how_far_it_got()
    {
        await using var server = await RestServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var channels = Enumerable.Range(0, Channels).Select(number => server.World.AddChannel(server.Guild, $"channel-{number}")).ToList();
        await TalkAsync(server, database, channels);
        var ada = server.World.AddMember(server.Guild, "ada");
        var world = World(server);
        Tell(world, server, channels, [.. channels.Select(channel => server.World.AddMessage(channel, ada, "missed"))]);
        var log = new LineLogger<GapFiller>();
        var filler = new GapFiller(
            world, new GapReader(server.Client, TimeSpan.FromDays(7), TimeSpan.FromDays(7), 1_000, server.Clock), new ThreadFinder(server.Client, TimeSpan.FromDays(7), server.Clock), database.Source, server.Clock, log);

        using var stop = new CancellationTokenSource(TestTime.Patience);
        var running = filler.RunAsync(stop.Token);
        while (!log.Lines.Any(line => line.Contains("Read up", StringComparison.Ordinal)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, stop.Token);
            server.Clock.MoveTo(server.Clock.GetUtcNow().AddSeconds(1));
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        var read = server.Rest.Calls.Where(call => call.ToString() == "GET channels/{channel_id}/messages").Select(call => channels.IndexOf(Snowflake.Parse(call.Values["channel_id"]))).ToList();
        Assert.Equal(Enumerable.Range(0, Channels), read.Order());
        Assert.All(read.Index(), call => Assert.InRange(call.Item, Channels - 4 - call.Index, Channels)); // Four at once: of those left always the four busiest.
        Assert.Contains($"Information: Read up {Channels} of {Channels} channels and threads, {Channels} messages", log.Lines);
    }

    /// <summary>The later a channel, the more was said there.</summary>
    private static async Task TalkAsync(RestServer server, TestDatabase database, List<Snowflake> channels)
    {
        var guild = new CommunityId(Platform.Discord, server.Guild.ToString());
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(channels.SelectMany((channel, number) => Enumerable.Range(0, number).Select(_ =>
            (ChatEvent)(A.Message("so it goes").Build() with { Community = guild, Channel = new ChannelId(guild, channel.ToString()), Author = new MemberId(guild, "7") }))));
    }

    private static DiscordWorld World(RestServer server) => new(
        new DiscordSettings
        {
            Token = new BotToken("made.up.token"),
            ApiBaseUrl = new Uri("http://127.0.0.1/"),
            Shards = ShardRange.Auto,
            MessageContent = true,
            ReadBack = TimeSpan.FromDays(7),
            ReadBackMessages = 1_000,
            NeedsAnswerTag = "waiting",
        },
        server.World.BotId,
        [0],
        totalShards: 1,
        server.Clock);

    /// <summary>The guild as it is told, but for threads that may have been archived: nothing is looked for.</summary>
    private static void Tell(DiscordWorld world, RestServer server, List<Snowflake> channels, List<Snowflake> last)
    {
        var whole = new Guild
        {
            Id = server.Guild,
            OwnerId = new Snowflake(1),
            Roles = [new Role { Id = server.Guild, Permissions = Permissions.ViewChannel | Permissions.ReadMessageHistory }],
            Members = [new Member { User = new User { Id = server.World.BotId } }],
            Channels = [.. channels.Select((channel, number) => new Channel { Id = channel, Type = ChannelType.GuildText, Name = "a channel", LastMessageId = last[number] })],
        };
        world.Translate(new GatewayDispatch(0, new GatewaySession("session", "wss://resume", 1), new GuildCreateEvent(whole)), learnt: null);
        foreach (var search in world.Reading.Searches.ToList())
        {
            world.Found(search, []);
        }
    }
}
