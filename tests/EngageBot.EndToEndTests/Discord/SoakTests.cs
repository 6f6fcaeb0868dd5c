using Dapper;
using EngageBot.Communities;
using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;
using EngageBot.Host.CommandLine;
using EngageBot.Host.Platforms;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Storage;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests.Discord;

/// <summary>Four shards, and a line that breaks again and again.</summary>
public sealed class SoakTests
{
    private const int Shards = 4;

    [Fact]
    public async Task Over_four_shards_with_dropped_connections_each_message_is_stored_once()
    {
        var messages = Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long" ? 200_000 : 20_000;
        await using var discord = await LiveDiscord.StartAsync(options => options with { RecommendedShards = Shards });
        var places = Enumerable.Range(0, Shards).Select(shard => PlaceOn(discord, shard)).ToList();
        var folder = Directory.CreateTempSubdirectory("engagebot-soak-");
        await using var database = new SqliteDataSource(Path.Combine(folder.FullName, "soak.db"));
        using var stop = new CancellationTokenSource();
        var running = LiveRun.RunAsync(new LivePlatforms { Discord = Settings(discord) }, new CommunityRules(), database, TimeProvider.System, _ => { }, stop.Token);
        await UntilAsync(database, "SELECT COUNT(*) FROM source_notes WHERE name LIKE 'guild/%'", Shards, running);

        var dropping = DropAsync(discord, stop.Token);
        for (var said = 0; said < messages; said++)
        {
            var (channel, author) = places[said % Shards];
            await discord.SayAsync(channel, author, $"number {said}");
            if (said % (messages / 10) == messages / 20)
            {
                discord.Gateway.DropConnections(); // However quick the machine is.
            }
        }

        await UntilAsync(database, "SELECT COUNT(*) FROM messages", messages, running);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(running, dropping));

        await using var connection = await database.OpenConnectionAsync();
        Assert.Equal(messages, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM messages"));
        Assert.Equal(messages, await connection.ExecuteScalarAsync<long>("SELECT COUNT(DISTINCT number) FROM messages"));
        Assert.Equal(Shards, discord.Gateway.Identifies);
        Assert.True(discord.Gateway.Resumes >= Shards, $"{discord.Gateway.Resumes} resumes");
    }

    private static (Snowflake Channel, Snowflake Author) PlaceOn(LiveDiscord discord, int shard)
    {
        var guild = discord.AddGuild(shard, Shards);
        return (discord.World.AddChannel(guild), discord.World.AddMember(guild, "ada"));
    }

    private static DiscordSettings Settings(LiveDiscord discord) => new()
    {
        Token = new BotToken("fake-token"),
        ApiBaseUrl = discord.Api,
        Shards = ShardRange.Auto,
        MessageContent = true,
        ReadBack = TimeSpan.FromDays(1),
        ReadBackMessages = 1_000,
        NeedsAnswerTag = "waiting",
        FirstBackoff = TimeSpan.FromMilliseconds(20),
    };

    private static async Task DropAsync(LiveDiscord discord, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken);
            discord.Gateway.DropConnections();
        }
    }

    private static async Task UntilAsync(SqliteDataSource database, string sql, long count, Task running)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var connection = await database.OpenConnectionAsync(guard.Token);
        while (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'source_notes'") == 0
            || await connection.ExecuteScalarAsync<long>(sql) < count)
        {
            await (running.IsCompleted ? running : Task.CompletedTask);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, guard.Token);
        }
    }
}
