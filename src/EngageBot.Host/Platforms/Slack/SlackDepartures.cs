using EngageBot.Chat;
using EngageBot.Health;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>Takes note of workspaces that throw the bot out while it runs. It goes on in the others; where none is left the program ends.</summary>
internal sealed class SlackDepartures(SlackWorlds worlds, HealthBook book, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private volatile string? _last;

    /// <summary>Until no workspace is left.</summary>
    /// <exception cref="SlackGoneException">None is.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!worlds.All.All(world => world.IsGone))
        {
            await Task.Delay(Look, clock, cancellationToken);
        }

        throw new SlackGoneException(_last ?? "The bot is in no workspace of Slack any more.");
    }

    /// <summary>Nothing is heard from a workspace any more, and nothing said there.</summary>
    /// <param name="sentence">Why, and what to do.</param>
    public async Task LeaveAsync(SlackWorld world, string sentence, CancellationToken cancellationToken)
    {
        if (!world.IsGone)
        {
            await book.RaiseAsync(new HealthKey(Platform.Slack, HealthCode.Token) { Community = world.Community }, sentence, cancellationToken);
            _last = sentence;
            world.Leave();
        }
    }
}
