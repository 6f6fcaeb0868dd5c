using EngageBot.Chat;
using EngageBot.Pipeline;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;
using EngageBot.Slack.Models.Interactions;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>
/// Takes what Slack sends, by a socket or by a request, and returns when what it became is committed: that is when Slack may be told that it arrived. What comes
/// twice is taken once; each workspace's events are taken in the order in which they come here.
/// </summary>
internal sealed partial class SlackIntake(SlackWorlds worlds, SlackLearner learner, SlackDepartures departures, ILogger<SlackIntake> logger)
{
    /// <summary>Far more than Slack sends within the minutes in which it sends something again.</summary>
    private const int Remembered = 50_000;

    private readonly RecentEvents _recent = new(Remembered);

    /// <summary>Takes commands, clicks and forms, and that somebody opened his page, and says what goes with the acknowledgement; it must not take long.</summary>
    public Func<SlackPayload, CancellationToken, Task<AckPayload?>>? Interacted { get; set; }

    /// <returns>What to say with the acknowledgement; null for nothing.</returns>
    /// <exception cref="EngageBot.Database.DatabaseException">It could not be stored: it must not be acknowledged, and comes again.</exception>
    /// <exception cref="SlackUnlearntException">What must be known first cannot be asked for now: the same.</exception>
    public async Task<AckPayload?> TakeAsync(SlackPayload payload, CancellationToken cancellationToken)
    {
        switch (payload)
        {
            case EventCallback happened:
                await TakeAsync(happened, cancellationToken);
                return Interacted is { } opened ? await opened(payload, cancellationToken) : null;
            case SlashCommand or Interaction:
                return Interacted is { } interacted ? await interacted(payload, cancellationToken) : null;
            case AppRateLimited limited:
                worlds.Find(limited.TeamId)?.OpenGaps();
                return null;
            case InvalidPayload invalid:
                LogInvalid(invalid.Type, OneLine.Of(invalid.Error, 200));
                return null;
            default:
                return null;
        }
    }

    private async Task TakeAsync(EventCallback happened, CancellationToken cancellationToken)
    {
        if (worlds.Of(happened) is not { } world)
        {
            LogStranger(OneLine.Of(happened.TeamId, 20));
            return;
        }

        var (done, isFirst) = _recent.Enter(happened.EventId);
        if (!isFirst)
        {
            await done.Task.WaitAsync(cancellationToken);
            return;
        }

        try
        {
            await (await EnqueueAsync(world, happened, cancellationToken)).WaitAsync(cancellationToken);
            await LeaveAsync(world, happened.Event, cancellationToken);
            done.SetResult();
        }
        catch (Exception)
        {
            _recent.Forget(happened.EventId, done);
            done.SetCanceled(CancellationToken.None); // Whoever waits with it does not acknowledge either.
            throw;
        }
    }

    private async Task LeaveAsync(SlackWorld world, SlackEvent happened, CancellationToken cancellationToken)
    {
        var isOver = happened is AppUninstalledEvent || (happened is TokensRevokedEvent { Tokens.Bot: var bots } && bots.Contains(world.Bot, StringComparer.Ordinal));
        if (isOver)
        {
            await departures.LeaveAsync(world, RemovedFrom(world.Team), cancellationToken);
        }
    }

    internal static string RemovedFrom(string team) =>
        $"The app was removed from workspace {team}, or its token was revoked there: install it again on api.slack.com/apps, put the new token into the configuration, and restart.";

    /// <summary>One event of a workspace at a time; those who wait are let in as they came.</summary>
    /// <returns>Ends with the commit.</returns>
    private async Task<Task> EnqueueAsync(SlackWorld world, EventCallback happened, CancellationToken cancellationToken)
    {
        await world.Turn.WaitAsync(cancellationToken);
        try
        {
            await learner.LearnAsync(world, happened.Event, cancellationToken);
            var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var items = world.Translate(happened.Event);
            items.Add(new QueuedEvent(null) { Committed = committed });
            foreach (var queued in items)
            {
                await worlds.Queue.EnqueueAsync(queued, cancellationToken);
            }

            return committed.Task;
        }
        finally
        {
            world.Turn.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Slack sent a {Type} that is not as documented: {Error}")]
    private partial void LogInvalid(string type, string error);

    [LoggerMessage(LogLevel.Warning, "Slack sent an event of workspace {Team}, which is not configured: put it into EngageBot:Slack:Workspaces, or remove the app from it")]
    private partial void LogStranger(string team);
}
