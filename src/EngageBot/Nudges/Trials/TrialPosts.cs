using System.Data;
using EngageBot.Chat;
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
        SELECT m.id, m.channel, m.author, m.at, c.name, c.platform_id, c.visibility
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

    /// <summary>Those in channels that are looked after, the newest first; and whether there are more.</summary>
    public async Task<(IReadOnlyList<WaitingPost> Posts, bool IsCut)> FindAsync(
        long community, CommunityRules rules, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken)
    {
        List<WaitingPost> posts = [];
        await using var reader = await session.ReadAsync(Newest, cancellationToken, community, from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        while (await reader.ReadAsync(cancellationToken))
        {
            if (IsLookedAfter(reader.GetString(4), reader.GetString(5), (ChannelVisibility)reader.GetInt32(6), rules))
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

    /// <summary>A channel that is known not to be for everybody is looked after only where somebody named it.</summary>
    private static bool IsLookedAfter(string name, string id, ChannelVisibility visibility, CommunityRules rules) =>
        rules.Watches(name, id) && (visibility != ChannelVisibility.Readers || rules.IsWatchedByName(name, id));

    /// <summary>When the oldest message of a community was written; null where none is known.</summary>
    public async Task<DateTimeOffset?> FirstAsync(long community, CancellationToken cancellationToken) =>
        await session.NumberAsync(First, cancellationToken, community) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
