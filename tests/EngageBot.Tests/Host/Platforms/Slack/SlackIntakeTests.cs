using System.Diagnostics.CodeAnalysis;
using EngageBot.Chat;
using EngageBot.Health;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Pipeline;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;
using EngageBot.Slack.WebApi;
using EngageBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Platforms.Slack;

[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "xunit disposes asynchronously.")]
public sealed class SlackIntakeTests : IAsyncLifetime
{
    private readonly ChatEventQueue _queue = new();
    private TestDatabase _database = null!;
    private HealthBook _health = null!;
    private SlackWebClient _client = null!;
    private SlackWorld _world = null!;
    private SlackIntake _intake = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        _health = new HealthBook(_database.Source, TimeProvider.System, NullLogger<HealthBook>.Instance);
        var workspace = new SlackWorkspaceSettings(new BotToken("xoxb-1"));
        var settings = new SlackSettings { Mode = SlackMode.Http, ApiBaseUrl = new Uri("http://127.0.0.1:1/"), Workspaces = [workspace] };
        _client = new SlackWebClient(workspace.BotToken, settings.Client, TimeProvider.System, NullLogger.Instance);
        _world = new SlackWorld(settings, workspace, new AuthTest { TeamId = "T1", UserId = "U0", BotId = "B0" }, _client, TimeProvider.System);
        _world.Begin([_world.StateOf(new Conversation { Id = "C1", Name = "help" }, [])]);
        _world.Learn(new User { Id = "U1", Name = "ada" });
        _world.TakeLearnt();
        var worlds = new SlackWorlds([_world], _queue);
        _intake = new SlackIntake(worlds, new SlackLearner(TimeProvider.System), new SlackDepartures(worlds, _health, TimeProvider.System), NullLogger<SlackIntake>.Instance);
    }

    public async Task DisposeAsync()
    {
        _world.Dispose();
        _health.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task It_returns_when_what_came_is_committed_and_takes_it_once()
    {
        var first = _intake.TakeAsync(Said("Ev1", "1.000001"), CancellationToken.None);
        var again = _intake.TakeAsync(Said("Ev1", "1.000001"), CancellationToken.None);
        var next = _intake.TakeAsync(Said("Ev2", "1.000002"), CancellationToken.None);
        Assert.False(first.IsCompleted || again.IsCompleted || next.IsCompleted);

        var batch = _queue.TryTake()!;
        Assert.Equal([1_000_001, 1_000_002], batch.Events.OfType<MessageCreated>().Select(message => message.Id.Number));
        batch.TellCommitted();
        await Task.WhenAll(first, again, next);

        await _intake.TakeAsync(Said("Ev1", "1.000001"), CancellationToken.None);
        Assert.Null(_queue.TryTake());
    }

    [Fact]
    public async Task What_could_not_be_stored_is_taken_when_it_comes_again()
    {
        var first = _intake.TakeAsync(Said("Ev1", "1.000001"), CancellationToken.None);
        var again = _intake.TakeAsync(Said("Ev1", "1.000001"), CancellationToken.None);
        _queue.TryTake()!.TellFailed(new IOException("full"));
        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => again);

        var later = _intake.TakeAsync(Said("Ev1", "1.000001"), CancellationToken.None);
        _queue.TryTake()!.TellCommitted();
        await later;
    }

    [Fact]
    public async Task An_event_of_a_stranger_or_of_no_use_is_done_with()
    {
        await _intake.TakeAsync(Said("Ev1", "1.000001") with { TeamId = "T9" }, CancellationToken.None);
        await _intake.TakeAsync(new UnknownPayload("something"), CancellationToken.None);
        await _intake.TakeAsync(new InvalidPayload("event_callback", "It is empty."), CancellationToken.None);
        Assert.Null(_queue.TryTake());
    }

    [Fact]
    public async Task Commands_go_to_whoever_takes_them_and_the_answer_comes_back()
    {
        var answer = new AckPayload.Clear();
        _intake.Interacted = (payload, _) => Task.FromResult<AckPayload?>(payload is SlashCommand ? answer : null);
        Assert.Same(answer, await _intake.TakeAsync(new SlashCommand { Command = "/engage", TeamId = "T1", ChannelId = "C1", UserId = "U1" }, CancellationToken.None));
    }

    [Fact]
    public async Task Where_Slack_held_events_back_all_channels_are_read_up()
    {
        _world.Reading.Close(_world.Reading.Gaps.Single());
        Assert.True(_world.IsCaughtUp);

        await _intake.TakeAsync(new AppRateLimited { TeamId = "T1" }, CancellationToken.None);

        Assert.False(_world.IsCaughtUp);
    }

    [Fact]
    public void Only_so_many_are_remembered()
    {
        var recent = new RecentEvents(capacity: 2);
        Assert.True(recent.Enter("a").IsFirst);
        Assert.True(recent.Enter("b").IsFirst);
        Assert.False(recent.Enter("a").IsFirst);
        Assert.True(recent.Enter("c").IsFirst);
        Assert.True(recent.Enter("a").IsFirst);
    }

    private static EventCallback Said(string id, string ts) => new()
    {
        EventId = id,
        TeamId = "T1",
        Event = new MessageEvent(new Message { Channel = "C1", ChannelType = ChannelType.Channel, User = "U1", Text = "hello", Ts = Timestamp.Parse(ts) }),
    };
}
