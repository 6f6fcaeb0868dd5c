namespace EngageBot.Host.Platforms.Slack.Http;

/// <summary>Listens on Slack by requests: learns what must be known of each workspace first. What comes before that waits, or comes again.</summary>
internal sealed class SlackHttpListener(SlackWorlds worlds, SlackOpening opening, TimeProvider clock)
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when events can be taken.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Until cancelled.</summary>
    /// <exception cref="EngageBot.Slack.SlackException">Trying again would not help; the message says what to do.</exception>
    /// <exception cref="SlackGoneException">The same.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var world in worlds.All)
        {
            await opening.BeginAsync(world, cancellationToken);
        }

        _begun.SetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
    }
}
