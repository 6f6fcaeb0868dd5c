using System.Net;
using System.Text.Json.Nodes;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>The program takes Slack's requests over HTTP, and nobody else's.</summary>
public sealed class HttpTests
{
    private const string Stored = "SELECT text FROM messages ORDER BY number";

    [Fact]
    public async Task What_is_not_Slacks_or_not_as_documented_is_refused_and_nothing_else_happens()
    {
        await using var slack = await StartAsync();
        var (workspace, channel, ada) = ListeningTests.Begin(slack);
        var globex = slack.AddWorkspace("globex", slack.AddApp());
        await using var bot = LiveBot.OverHttp(slack);
        bot.Start();
        await ListeningTests.UntilListeningAsync(workspace, bot);
        var http = slack.App.Http;
        var body = EventOf(workspace, "Ev1", channel, ada, "forged");
        var now = TimeProvider.System.GetUtcNow();

        Assert.Equal(401, await StatusAsync(http, new FakeHttpPost { Path = "slack/events", Body = body, Secret = "somebody else's" }));
        Assert.Equal(401, await StatusAsync(http, new FakeHttpPost { Path = "slack/events", Body = body, Signature = "" }));
        Assert.Equal(401, await StatusAsync(http, new FakeHttpPost { Path = "slack/events", Body = body, Signature = "v0=00" }));
        Assert.Equal(401, await StatusAsync(http, new FakeHttpPost { Path = "slack/events", Body = body, At = now.AddMinutes(-6) }));
        Assert.Equal(401, await StatusAsync(http, new FakeHttpPost { Path = "slack/events", Body = body, At = now.AddMinutes(6) }));
        Assert.Equal(401, await StatusAsync(http, new FakeHttpPost { Path = "slack/events", Body = EventOf(globex, "Ev2", channel, ada, "of another") }));
        Assert.Equal(413, await StatusAsync(http, new FakeHttpPost { Path = "slack/events", Body = new string(' ', (1024 * 1024) + 1) }));
        Assert.Equal(400, await StatusAsync(http, new FakeHttpPost { Path = "slack/events", Body = "{\"type\":" }));
        Assert.Equal(400, await StatusAsync(http, new FakeHttpPost { Path = "slack/events", Body = "{\"type\":\"event_callback\"}" }));
        Assert.Equal(400, await StatusAsync(http, new FakeHttpPost { Path = "slack/commands", Body = body }));
        Assert.Equal(400, await StatusAsync(http, new FakeHttpPost { Path = "slack/interactions", Body = "payload=%7B", ContentType = "application/x-www-form-urlencoded" }));
        Assert.Equal(404, await StatusAsync(http, new FakeHttpPost { Path = "slack/other", Body = body }));
        Assert.Equal(404, await StatusAsync(http, new FakeHttpPost { Path = "", Body = body }));

        await workspace.PostAsync(ada, channel, "true");
        await bot.UntilStoredAsync(1);
        Assert.Equal(["true"], await bot.RowsAsync(Stored));
        Assert.Equal(0, await bot.StopAsync());
        var printed = await bot.PrintedAsync();
        Assert.DoesNotContain("forged", printed, StringComparison.Ordinal);
        Assert.DoesNotContain(slack.App.SigningSecret, printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_requests_that_are_sent_are_answered_and_their_answers_go_nowhere_else()
    {
        await using var slack = await StartAsync();
        var (workspace, _, _) = ListeningTests.Begin(slack);
        await using var bot = LiveBot.OverHttp(slack);
        bot.Start();
        await ListeningTests.UntilListeningAsync(workspace, bot);
        Assert.True(await slack.App.Http.VerifyUrlAsync());

        using var client = new HttpClient();
        using var asked = await client.GetAsync(new Uri(slack.App.Http.Target!, "slack/events"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, asked.StatusCode);
        Assert.Equal("nosniff", Assert.Single(asked.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'none'", Assert.Single(asked.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(asked.Headers.Contains("Server"));
    }

    [Fact]
    public async Task What_Slack_sends_again_is_stored_once()
    {
        await using var slack = await StartAsync();
        var (workspace, channel, ada) = ListeningTests.Begin(slack);
        slack.App.Http.Fault = (_, number) => number % 2 == 0 ? FakeDeliveryFault.Duplicate : FakeDeliveryFault.Lose;
        await using var bot = LiveBot.OverHttp(slack);
        bot.Start();
        await ListeningTests.UntilListeningAsync(workspace, bot);

        for (var number = 0; number < 10; number++)
        {
            await workspace.PostAsync(ada, channel, $"number {number}");
        }

        await bot.UntilStoredAsync(10);
        Assert.Equal(["10 | 10"], await bot.RowsAsync("SELECT COUNT(*), COUNT(DISTINCT number) FROM messages"));
        Assert.All(await Task.WhenAll(slack.App.Deliveries.Select(delivery => delivery.Ended)), isAcked => Assert.True(isAcked));
    }

    [Fact]
    public async Task Workspaces_with_apps_of_their_own_have_nothing_of_each_other()
    {
        await using var slack = await StartAsync();
        var (acme, help, ada) = ListeningTests.Begin(slack);
        var globex = slack.AddWorkspace("globex", slack.AddApp());
        var (other, bob) = (globex.World.AddChannel("help"), globex.World.AddUser("bob"));
        await using var bot = LiveBot.OverHttp(slack);
        bot.Start();
        await ListeningTests.UntilListeningAsync(acme, bot);
        await ListeningTests.UntilListeningAsync(globex, bot);

        await acme.PostAsync(ada, help, "at acme");
        await globex.PostAsync(bob, other, "at globex");
        await bot.UntilStoredAsync(2);

        Assert.Equal([$"{acme.TeamId} | at acme", $"{globex.TeamId} | at globex"], await bot.RowsAsync(
            "SELECT k.platform_id, m.text FROM messages m JOIN channels c ON c.id = m.channel JOIN communities k ON k.id = c.community ORDER BY m.number"));
    }

    /// <summary>What is not taken comes again soon: a program that starts again takes a while.</summary>
    internal static Task<FakeSlack> StartAsync(TimeProvider? clock = null) => FakeSlack.StartAsync(new FakeSlackOptions
    {
        Clock = clock ?? TimeProvider.System,
        AckWithin = TestTime.Patience,
        RetryAfter = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(200), 100)],
    });

    private static async Task<int> StatusAsync(FakeEventsHttp http, FakeHttpPost post) => (await http.PostAsync(post)).Status;

    private static string EventOf(FakeWorkspace workspace, string id, string channel, string user, string text) => new JsonObject
    {
        ["type"] = "event_callback",
        ["event_id"] = id,
        ["team_id"] = workspace.TeamId,
        ["event_time"] = 1_700_000_000,
        ["event"] = new JsonObject
        {
            ["type"] = "message",
            ["channel"] = channel,
            ["channel_type"] = "channel",
            ["user"] = user,
            ["text"] = text,
            ["ts"] = "1700000000.000100",
        },
    }.ToJsonString();
}
