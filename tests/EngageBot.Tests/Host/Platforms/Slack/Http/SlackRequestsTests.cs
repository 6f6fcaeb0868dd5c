using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using EngageBot.Health;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Host.Platforms.Slack.Http;
using EngageBot.Pipeline;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Platforms.Slack.Http;

/// <summary>What Slack is answered, and when.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "xunit disposes asynchronously.")]
public sealed class SlackRequestsTests : IAsyncLifetime
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private const string Said =
        """
        {"type":"event_callback","event_id":"Ev1","team_id":"T1","event_time":1700000000,
        "event":{"type":"message","channel":"C1","channel_type":"channel","user":"U1","text":"hello","ts":"1700000000.000100"}}
        """;

    private readonly ChatEventQueue _queue = new();
    private readonly HttpClient _http = new();
    private readonly CancellationTokenSource _stop = new();
    private TestDatabase _database = null!;
    private HealthBook _health = null!;
    private SlackWorld _world = null!;
    private FakeServer _server = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        _health = new HealthBook(_database.Source, TimeProvider.System, NullLogger<HealthBook>.Instance);
        var workspace = new SlackWorkspaceSettings(new BotToken("xoxb-1"));
        var settings = new SlackSettings { Mode = SlackMode.Http, ApiBaseUrl = new Uri("http://127.0.0.1:1/"), Workspaces = [workspace] };
        var client = new SlackWebClient(workspace.BotToken, settings.Client, TimeProvider.System, NullLogger.Instance);
        _world = new SlackWorld(settings, workspace, new AuthTest { TeamId = "T1", UserId = "U0" }, client, TimeProvider.System);
        _world.Begin([_world.StateOf(new Conversation { Id = "C1", Name = "help" }, [])]);
        _world.Learn(new User { Id = "U1", Name = "ada" });
        var worlds = new SlackWorlds([_world], _queue);
        var intake = new SlackIntake(worlds, new SlackLearner(TimeProvider.System), new SlackDepartures(worlds, _health, TimeProvider.System), NullLogger<SlackIntake>.Instance);
        var none = new SlackWorlds([], _queue); // All is known already.
        var listener = new SlackHttpListener(none, new SlackOpening(none, _database.Source, TimeProvider.System, NullLogger<SlackOpening>.Instance), TimeProvider.System);
        _ = listener.RunAsync(_stop.Token);
        var signers = new SlackSigners(new Dictionary<string, SigningSecret> { ["T1"] = new(Secret) }, TimeProvider.System);
        _server = await FakeServer.StartAsync(new SlackRequests(intake, listener, worlds, signers, new VirtualClock(TestTime.Noon), NullLogger<SlackRequests>.Instance).Map);
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server.DisposeAsync();
        _stop.Dispose();
        _http.Dispose();
        _world.Dispose();
        _health.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Only_what_is_committed_is_answered_with_200_and_what_could_not_be_stored_is_asked_for_again()
    {
        Assert.Equal(503, await AnswerAsync(batch => batch.TellFailed(new IOException("full"))));
        Assert.Equal(200, await AnswerAsync(batch => batch.TellCommitted()));
        Assert.Equal(200, await PostAsync()); // Stored already.
        Assert.Null(_queue.TryTake());
    }

    private async Task<int> PostAsync()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.Address, "slack/events")) { Content = new StringContent(Said, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Slack-Request-Timestamp", now.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Slack-Signature", FakeSignature.Of(Secret, now, Said));
        using var answer = await _http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    /// <summary>What is answered where this becomes of all that was to be stored.</summary>
    private async Task<int> AnswerAsync(Action<ChatEventBatch> tell)
    {
        using var guard = new CancellationTokenSource(TestTime.Patience);
        var answer = PostAsync();
        while (!answer.IsCompleted)
        {
            if (_queue.TryTake() is { } batch)
            {
                tell(batch);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, guard.Token);
        }

        return await answer;
    }
}
