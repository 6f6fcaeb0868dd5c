using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Nudges.Trials;

/// <summary>
/// What rules would have planned about the posts that are stored, each step at the moment when it would have been due: the planner of a replay, over what the live bot wrote down. As in a
/// replay everybody is a helper by answering. What answers what is taken as it is known today. Nothing of it is stored.
/// </summary>
internal sealed class RulesTrial(DbDataSource database) : IDisposable
{
    /// <summary>Posts. Some seconds, also in the largest communities.</summary>
    public const int MostPosts = 2_000;

    /// <summary>It takes a processor for some seconds: never more than one at a time.</summary>
    private readonly SemaphoreSlim _one = new(1);

    /// <param name="rules">They watch the same channels.</param>
    /// <returns>Null where nothing is known of the community.</returns>
    public async Task<Trial?> RunAsync(CommunityId community, IReadOnlyList<CommunityRules> rules, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await using var session = new WriteSession(database);
            await session.OpenAsync(cancellationToken);
            var find = new TrialPosts(session);
            if (await CommunityKey.OfAsync(session, community, cancellationToken) is not { } key || await find.FirstAsync(key, cancellationToken) is not { } first)
            {
                return null;
            }

            var since = first > from ? first : from;
            var (posts, isCut) = await find.FindAsync(key, rules[0], since, to, MostPosts, cancellationToken);
            var plans = await PlanAsync(community, rules, new CommunityPaces(session), posts, to, cancellationToken);
            return new Trial(isCut ? DateTimeOffset.FromUnixTimeMilliseconds(posts[^1].At) : since, posts.Count, isCut, plans);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>All go through the same time together, step by step.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<TrialNudge>>> PlanAsync(
        CommunityId community, IReadOnlyList<CommunityRules> rules, CommunityPaces paces, IReadOnlyList<WaitingPost> posts, DateTimeOffset to, CancellationToken cancellationToken)
    {
        List<TrialPlanner> planners = [];
        try
        {
            foreach (var tried in rules)
            {
                planners.Add(new TrialPlanner(database, tried, paces));
                await planners[^1].BeginAsync(posts, cancellationToken);
            }

            while (planners.MinBy(planner => planner.NextLook) is { NextLook: { } look } next && look <= to)
            {
                await next.LookAsync(cancellationToken);
            }

            List<IReadOnlyList<TrialNudge>> plans = [];
            foreach (var planner in planners)
            {
                plans.Add(await planner.PlannedAsync(community, cancellationToken));
            }

            return plans;
        }
        finally
        {
            foreach (var planner in planners)
            {
                await planner.DisposeAsync();
            }
        }
    }
}
