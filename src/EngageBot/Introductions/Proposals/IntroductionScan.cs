using System.Data;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Introductions.Proposals;

/// <summary>
/// Looks once an hour, in communities where that is wanted, for members who talk about the same things and have not been seen replying to each other; and only where one of those
/// who opted in wrote something, or opted in, since it last looked.
/// </summary>
internal sealed class IntroductionScan(WriteSession session, RulesBook rules, IntroductionFinder finder, IntroductionStore store)
{
    private const long Hour = 3_600_000;

    /// <summary>In an hour.</summary>
    private const int Most = 3;

    private static readonly string Agreed = $"JOIN members w ON w.id = g.member AND w.community = k.id WHERE g.kind = {ContactKind.Introduction:D} AND g.is_agreed = 1";

    private static readonly HotSql Due = new(
        """
        SELECT k.id FROM own_communities k
        LEFT JOIN introduction_scans s ON s.community = k.id
        WHERE k.live_since IS NOT NULL AND (s.at IS NULL OR s.at <= @since)
        """,
        ("since", DbType.Int64));

    private static readonly HotSql HasNews = new(
        $"""
        SELECT 1 FROM communities k LEFT JOIN introduction_scans s ON s.community = k.id
        WHERE k.id = @community AND EXISTS (
            SELECT 1 FROM agreements g {Agreed}
                AND (s.at IS NULL OR g.at > s.at OR EXISTS (SELECT 1 FROM messages m WHERE m.author = g.member AND m.at > s.at)))
        """,
        ("community", DbType.Int64));

    private static readonly HotSql Done = new(
        "INSERT INTO introduction_scans (community, at) VALUES (@community, @at) ON CONFLICT (community) DO UPDATE SET at = excluded.at",
        ("community", DbType.Int64),
        ("at", DbType.Int64));

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        foreach (var community in await DueAsync(at - Hour, cancellationToken))
        {
            await session.BeginAsync(cancellationToken);
            var people = await CommunitySize.OfAsync(session, community, cancellationToken);
            if (rules.Of(community).SuggestsIntroductionsFor(people) && await session.NumberAsync(HasNews, cancellationToken, community) is not null)
            {
                foreach (var introduction in await finder.PairsAsync(community, Most, at, cancellationToken))
                {
                    await store.AddAsync(introduction, at, cancellationToken);
                }
            }

            await session.ExecuteAsync(Done, cancellationToken, community, at);
            await session.CommitAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<long>> DueAsync(long since, CancellationToken cancellationToken)
    {
        List<long> due = [];
        await using var reader = await session.ReadAsync(Due, cancellationToken, since);
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add(reader.GetInt64(0));
        }

        return due;
    }
}
