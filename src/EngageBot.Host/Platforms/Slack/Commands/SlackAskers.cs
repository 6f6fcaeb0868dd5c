using EngageBot.Slack.Models;

namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>Asks Slack who somebody is that asks something of the bot, and keeps the answer for a minute. Who has only ever pressed a button has a name and a zone too.</summary>
internal sealed class SlackAskers(SlackWorlds worlds, TimeProvider clock)
{
    private const int Remembered = 2_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly BriefMemory<(string Team, string User), AskerFacts> _known = new(Kept, Remembered, clock);

    /// <summary>Somebody of whom nothing can be learnt now manages nothing.</summary>
    public async Task<AskerFacts> FindAsync(SlackWorld world, string user, CancellationToken cancellationToken)
    {
        if (_known.TryGet((world.Team, user), out var known))
        {
            return known;
        }

        if ((await world.Client.GetUserAsync(user, cancellationToken)).ValueOrDefault is not { } found)
        {
            return default;
        }

        var facts = new AskerFacts(Manages(found, world.Team), found.Locale);
        _known.Put((world.Team, user), facts);
        await worlds.LearnAsync(world, found, cancellationToken);
        return facts;
    }

    /// <summary>An administrator or owner of the workspace.</summary>
    public static bool Manages(User user, string team) =>
        (user.IsAdmin || user.IsOwner || user.IsPrimaryOwner) && user is { Deleted: false, IsStranger: false } && (user.TeamId is null || user.TeamId == team);
}
