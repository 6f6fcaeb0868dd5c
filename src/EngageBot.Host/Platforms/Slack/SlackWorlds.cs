using EngageBot.Chat;
using EngageBot.Pipeline;
using EngageBot.Slack.Models;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>The workspaces that the bot is in. What happens in one is nothing to the others.</summary>
internal sealed class SlackWorlds(IReadOnlyList<SlackWorld> all, ChatEventQueue queue)
{
    private readonly Dictionary<string, SlackWorld> _byTeam = all.ToDictionary(world => world.Team, StringComparer.Ordinal);

    public IReadOnlyList<SlackWorld> All => all;

    public ChatEventQueue Queue => queue;

    /// <summary>Nothing is missing, in any workspace that the bot is still in.</summary>
    public bool IsCaughtUp => all.All(world => world.IsGone || world.IsCaughtUp);

    /// <summary>Tells of a user who did nothing but ask something of the bot.</summary>
    public async Task LearnAsync(SlackWorld world, User user, CancellationToken cancellationToken)
    {
        await world.Turn.WaitAsync(cancellationToken);
        try
        {
            world.Learn(user);
            foreach (var queued in world.TakeLearnt())
            {
                await queue.EnqueueAsync(queued, cancellationToken);
            }
        }
        finally
        {
            world.Turn.Release();
        }
    }

    public SlackWorld? Find(string? team) => team is null ? null : _byTeam.GetValueOrDefault(team);

    public SlackWorld? Find(CommunityId community) => community.Platform == Platform.Slack ? Find(community.Value) : null;

    /// <summary>The workspace through which an event reached the app: a channel may be shared with another one.</summary>
    public SlackWorld? Of(EventCallback happened) =>
        happened.Authorizations.Select(installation => Find(installation.TeamId)).FirstOrDefault(world => world is not null)
        ?? Find(happened.ContextTeamId) ?? Find(happened.TeamId);
}
