using System.Data;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Nudges.Trials;

/// <summary>Finds the posts that rules are tried on.</summary>
internal sealed class TrialPosts(WriteSession session)
{
    // Deleted since, it may still have been there when something was due.
    private static readonly HotSql Newest = new(
        $"""
        SELECT m.id, m.channel, m.author, m.at, c.name, c.platform_id
        FROM channels c
        JOIN messages m ON m.channel = c.id AND m.at >= @now AND m.at <= @until
        WHERE c.community = @community AND {PostSql.KindToAll} IN ({PostSql.InvitingKinds}) AND {PostSql.IsPost}
        ORDER BY m.at DESC, m.id DESC
        """,
        ("community", DbType.Int64),
        ("now", DbType.Int64),
        ("until", DbType.Int64));

    private static readonly HotSql First = new(
        "SELECT MIN(first.at) FROM (SELECT (SELECT MIN(m.at) FROM messages m WHERE m.channel = c.id) AS at FROM channels c WHERE c.community = @community) first",
        ("community", DbType.Int64));

    /// <summary>Those in channels that the rules watch, the newest first; and whether there are more.</summary>
    public async Task<(IReadOnlyList<WaitingPost> Posts, bool IsCut)> FindAsync(
        long community, CommunityRules rules, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken)
    {
        List<WaitingPost> posts = [];
        await using var reader = await session.ReadAsync(Newest, cancellationToken, community, from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        while (await reader.ReadAsync(cancellationToken))
        {
            if (rules.Watches(reader.GetString(4), reader.GetString(5)))
            {
                if (posts.Count == most)
                {
                    return (posts, true);
                }

                posts.Add(new WaitingPost(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
            }
        }

        return (posts, false);
    }

    /// <summary>When the oldest message of a community was written; null where none is known.</summary>
    public async Task<DateTimeOffset?> FirstAsync(long community, CancellationToken cancellationToken) =>
        await session.NumberAsync(First, cancellationToken, community) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
