using System.Collections.Frozen;
using EngageBot.Slack;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>
/// Who is in a user group, as Slack says when it matters, and as it said half a minute ago: a change that Slack told of meanwhile is heeded.
/// <see href="https://docs.slack.dev/reference/methods/usergroups.users.list"/>.
/// </summary>
internal sealed class SlackGroupMembers(TimeProvider clock)
{
    private const int Capacity = 1_000;

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    /// <summary>Somebody waits for an answer, and Slack for no longer than three seconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(0.7);

    private readonly BriefMemory<(string Team, string Group, int Changes), FrozenSet<string>> _members = new(Kept, Capacity, clock);

    /// <summary>Null where it cannot be learnt now.</summary>
    /// <param name="group">Id, handle or name.</param>
    public async Task<bool?> ContainsAsync(SlackWorld world, string group, string user, CancellationToken cancellationToken)
    {
        if (world.GroupMeantBy(group) is not { } id)
        {
            return null;
        }

        var key = (world.Team, id, world.GroupChanges);
        if (!_members.TryGet(key, out var members))
        {
            if (await AskAsync(world, id, cancellationToken) is not { } asked)
            {
                return null;
            }

            members = asked.ToFrozenSet(StringComparer.Ordinal);
            _members.Put(key, members);
        }

        return members.Contains(user);
    }

    private async Task<IReadOnlyList<string>?> AskAsync(SlackWorld world, string group, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return (await world.Client.ListUserGroupUsersAsync(group, either.Token)).ValueOrDefault;
        }
        catch (Exception fault) when (fault is SlackException or InvalidRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
