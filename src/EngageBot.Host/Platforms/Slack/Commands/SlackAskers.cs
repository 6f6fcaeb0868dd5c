using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Slack.Models;

namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>Asks Slack who somebody is that asks something of the bot, and keeps the answer for a minute. Who has only ever pressed a button has a name and a zone too.</summary>
internal sealed class SlackAskers(SlackWorlds worlds, SlackGroupMembers groups, RulesBook rules, TimeProvider clock)
{
    private const int Remembered = 2_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly BriefMemory<(string Team, string User), AskerFacts> _known = new(Kept, Remembered, clock);

    /// <summary>Somebody of whom nothing can be learnt now manages nothing.</summary>
    /// <returns>Who it is, and what becomes of telling the product so, where that is news. It waits for the store, and whoever asks does not wait for that.</returns>
    public async Task<(AskerFacts Facts, Task Told)> FindAsync(SlackWorld world, string user, CancellationToken cancellationToken)
    {
        if (_known.TryGet((world.Team, user), out var known))
        {
            return (known, Task.CompletedTask);
        }

        if ((await world.Client.GetUserAsync(user, cancellationToken)).ValueOrDefault is not { } found)
        {
            return (default, Task.CompletedTask);
        }

        var facts = new AskerFacts(Manages(found, world.Team), IsOfTeam(found, world.Team), found.Locale);
        _known.Put((world.Team, user), facts);
        return (facts, worlds.LearnAsync(world, found, cancellationToken));
    }

    /// <summary>An administrator or owner of the workspace.</summary>
    public static bool Manages(User user, string team) =>
        (user.IsAdmin || user.IsOwner || user.IsPrimaryOwner) && IsOfTeam(user, team);

    public static bool IsOfTeam(User user, string team) => user is { Deleted: false, IsStranger: false } && (user.TeamId is null || user.TeamId == team);

    /// <summary>Who asks, with whether he is in the user group that makes moderators: that is asked of Slack where it could make a difference. What cannot be learnt now is no.</summary>
    public async Task<Asker> WithRoleAsync(SlackWorld world, Asker by, AskerFacts facts, CancellationToken cancellationToken) =>
        !facts.Manages && facts.IsOfTeam && rules.Of(by.Community).ModeratorRole is { } role && await groups.ContainsAsync(world, role, by.Member.Value, cancellationToken) == true
            ? by with { HasModeratorRole = true }
            : by;
}
