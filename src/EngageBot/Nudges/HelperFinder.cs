using System.Data;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Finds who may be asked about a post: the likeliest to answer it of those who answer in its channel.</summary>
internal sealed class HelperFinder(WriteSession session, HelperRanking ranking)
{
    private const int PageOfHelpers = 6;

    /// <summary>Of those who answer in a channel so many are considered, those who answer most: somebody who did once is left in peace.</summary>
    private const int MostHelpers = 12;

    private static readonly string[] Places = [.. Enumerable.Range(0, PageOfHelpers).Select(place => $"h{place}")];

    private static readonly HotSql Closest = new(
        $"""
        SELECT h.id,
            (SELECT MAX(m.at) FROM messages m WHERE m.author = h.id AND m.at <= @now),
            (SELECT MAX(n.planned_at) FROM nudges n WHERE n.member = h.id AND n.planned_at <= @now)
        FROM members h
        WHERE h.id IN ({string.Join(", ", Places.Select(place => $"@{place}"))})
        """,
        [.. Places.Select(place => (place, DbType.Int64)), ("now", DbType.Int64)]);

    /// <summary>How many answer in the channel, and those of them who fit; looked at a few at a time, the likeliest first, until there are enough.</summary>
    /// <param name="fewest">With fewer of them nobody is looked at.</param>
    public async ValueTask<(int Known, IReadOnlyList<Helper> Fitting)> FindAsync(
        WaitingPost post, long community, IReadOnlyList<(long Member, int Answers)> answerers, CommunityRules rules, int fewest, long now, CancellationToken cancellationToken)
    {
        var known = answerers.Count(answerer => answerer.Member != post.Author);
        if (known < fewest)
        {
            return (known, []);
        }

        var answers = answerers.Where(answerer => answerer.Member != post.Author).Take(MostHelpers).ToDictionary(answerer => answerer.Member, answerer => answerer.Answers);
        var likely = await ranking.RankAsync([.. answers.Keys], post, await ranking.TextAsync(post, cancellationToken), community, now, cancellationToken);
        List<Helper> fitting = [];
        foreach (var page in likely.Members.Chunk(PageOfHelpers))
        {
            var helpers = await LookAtAsync(page, likely, answers, now, cancellationToken);
            fitting.AddRange(helpers.Where(helper => NudgePolicy.Fits(helper, rules, now)).OrderBy(helper => helper.Place));
            if (fitting.Count >= rules.AsksPerPost)
            {
                break;
            }
        }

        return (known, [.. fitting.Take(rules.AsksPerPost).Select(helper => helper with { Topics = likely.TopicsOf(helper.Member) })]);
    }

    private async ValueTask<IReadOnlyList<Helper>> LookAtAsync(
        long[] page, HelperOrder likely, Dictionary<long, int> answers, long now, CancellationToken cancellationToken)
    {
        List<Helper> helpers = [];
        object?[] values = [.. page.Concat(Enumerable.Repeat(-1L, PageOfHelpers)).Take(PageOfHelpers), now];
        await using var reader = await session.ReadAsync(Closest, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            var member = reader.GetInt64(0);
            helpers.Add(new Helper(
                member, answers[member], likely.PlaceOf(member), reader.IsDBNull(1) ? 0 : reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetInt64(2)));
        }

        return helpers;
    }
}
