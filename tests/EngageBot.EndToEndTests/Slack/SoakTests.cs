using Dapper;
using EngageBot.Communities;
using EngageBot.Host.CommandLine;
using EngageBot.Host.Platforms;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Host.Storage;
using EngageBot.Slack;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>Several connections that break again and again, and envelopes that come twice, late, in another order or not at all.</summary>
public sealed class SoakTests
{
    [Fact]
    public async Task Over_breaking_connections_and_repeated_envelopes_each_message_is_stored_once()
    {
        // Each waits for its last message to be acknowledged: the more there are, the more is on its way at once.
        var (talkers, each) = Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long" ? (80, 2_500) : (8, 500);
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TimeSpan.FromSeconds(10), RetryAfter = [.. Enumerable.Repeat(TimeSpan.Zero, 5)] });
        var workspaces = new[] { slack.AddWorkspace(), slack.AddWorkspace("globex") };
        var places = Enumerable.Range(0, talkers).Select(talker => PlaceIn(workspaces[talker % workspaces.Length])).ToList();
        slack.App.Sockets.Fault = (_, number) => number % 997 == 0 ? FakeDeliveryFault.Lose : number % 7 == 0 ? FakeDeliveryFault.Duplicate : number % 11 == 0 ? FakeDeliveryFault.Reorder : FakeDeliveryFault.None;
        var folder = Directory.CreateTempSubdirectory("engagebot-soak-");
        await using var database = new SqliteDataSource(Path.Combine(folder.FullName, "soak.db"));
        using var stop = new CancellationTokenSource();
        var running = LiveRun.RunAsync(new LivePlatforms { Slack = Settings(slack, workspaces) }, new CommunityRules(), database, TimeProvider.System, _ => { }, stop.Token);
        await UntilAsync(database, "SELECT COUNT(*) FROM communities", workspaces.Length, running);

        var dropping = DropAsync(slack, stop.Token);
        await Task.WhenAll(places.Select(place => TalkAsync(place, each)));
        await UntilAsync(database, "SELECT COUNT(*) FROM messages", talkers * each, running);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(running, dropping));

        await using var connection = await database.OpenConnectionAsync();
        Assert.Equal(talkers * each, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM messages"));
        Assert.Equal(talkers * each, await connection.ExecuteScalarAsync<long>("SELECT COUNT(DISTINCT text) FROM messages"));
        Assert.True(slack.App.Sockets.ConnectionsOpened > 4, $"{slack.App.Sockets.ConnectionsOpened} connections");
    }

    private static (FakeWorkspace Workspace, string Channel, string Author) PlaceIn(FakeWorkspace workspace)
    {
        var author = workspace.World.AddUser("ada");
        return (workspace, workspace.World.AddChannel("talk", author), author);
    }

    private static async Task TalkAsync((FakeWorkspace Workspace, string Channel, string Author) place, int messages)
    {
        string? head = null;
        for (var said = 0; said < messages; said++)
        {
            var message = await place.Workspace.PostAsync(place.Author, place.Channel, $"number {said} in {place.Channel}", said % 3 == 0 ? null : head);
            head = said % 3 == 0 ? message.Ts : head;
        }
    }

    private static SlackSettings Settings(FakeSlack slack, IEnumerable<FakeWorkspace> workspaces) => new()
    {
        Mode = SlackMode.Socket,
        ApiBaseUrl = slack.Api,
        Workspaces = [.. workspaces.Select(workspace => new SlackWorkspaceSettings(new BotToken(workspace.Token)) { AppToken = new AppToken(workspace.App.Token) })],
        Connections = 3,
        Moment = TimeSpan.FromMinutes(1),
        FirstBackoff = TimeSpan.FromMilliseconds(20),
        LongestBackoff = TimeSpan.FromMilliseconds(500), // they break every second
    };

    /// <summary>One connection at a time, and at times all of them.</summary>
    private static async Task DropAsync(FakeSlack slack, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            if (number % 3 == 0)
            {
                await slack.App.Sockets.DisconnectAsync("refresh_requested");
            }
            else
            {
                slack.App.Sockets.Drop(number % 2 == 0 ? null : number);
            }
        }
    }

    private static async Task UntilAsync(SqliteDataSource database, string sql, long count, Task running)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await using var connection = await database.OpenConnectionAsync(guard.Token);
        while (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'communities'") == 0
            || await connection.ExecuteScalarAsync<long>(sql) < count)
        {
            await (running.IsCompleted ? running : Task.CompletedTask);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, guard.Token);
        }
    }
}
