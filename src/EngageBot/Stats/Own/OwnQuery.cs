using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Stats.Own;

/// <summary>Asks the store to whom a member replied and who replied to him.</summary>
internal sealed class OwnQuery(WriteSession session)
{
    private const string ByPeople =
        $"""
        (m.traits & {PostSql.NotByPerson}) = 0 AND (p.traits & {PostSql.NotByPerson}) = 0 AND m.deleted_at IS NULL AND m.at > @since AND m.at <= @now AND c.id = m.channel
        """;

    private static readonly HotSql Member = new(
        """
        SELECT w.id FROM members w JOIN communities k ON k.id = w.community
        WHERE k.platform = @platform AND k.platform_id = @community AND w.platform_id = @member AND w.opted_out_at IS NULL
        """,
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("member", DbType.String));

    private static readonly HotSql Given = new(
        $"""
        SELECT c.platform_id, p.author, COUNT(*)
        FROM messages m
        CROSS JOIN counting_links l
        CROSS JOIN messages p
        CROSS JOIN channels c
        WHERE m.author = @member AND l.message = m.id AND p.id = l.parent AND (p.author IS NULL OR p.author <> @member) AND {ByPeople}
        GROUP BY c.platform_id, p.author
        """,
        ("member", DbType.Int64),
        ("since", DbType.Int64),
        ("now", DbType.Int64));

    // Begun from his own messages, which are found by who wrote them; those of twice the time, since replies come later.
    private static readonly HotSql Received = new(
        $"""
        SELECT c.platform_id, m.author, COUNT(*)
        FROM messages p
        CROSS JOIN counting_links l
        CROSS JOIN messages m
        CROSS JOIN channels c
        WHERE p.author = @member AND p.at > @before AND p.at <= @now AND l.parent = p.id AND m.id = l.message AND (m.author IS NULL OR m.author <> @member) AND {ByPeople}
        GROUP BY c.platform_id, m.author
        """,
        ("member", DbType.Int64),
        ("before", DbType.Int64),
        ("since", DbType.Int64),
        ("now", DbType.Int64));

    /// <summary>Of people who opted out, and of those who are not there any more, not even the name.</summary>
    private static readonly HotSql Name = new(
        "SELECT name FROM members WHERE id = @member AND opted_out_at IS NULL AND left_at IS NULL AND is_bot = 0",
        ("member", DbType.Int64));

    /// <summary>The key of a member; null for one of whom nothing is known.</summary>
    public ValueTask<long?> MemberAsync(MemberId member, CancellationToken cancellationToken) =>
        session.NumberAsync(Member, cancellationToken, (int)member.Community.Platform, member.Community.Value, member.Value);

    /// <summary>Channel by channel and person by person, of what was written after a moment.</summary>
    public async Task<IReadOnlyList<OwnReplies>> RepliesAsync(long member, long since, long now, CancellationToken cancellationToken)
    {
        List<OwnReplies> replies = [];
        await using (var reader = await session.ReadAsync(Given, cancellationToken, member, since, now))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                replies.Add(new OwnReplies(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), (int)reader.GetInt64(2), IsGiven: true));
            }
        }

        await using (var reader = await session.ReadAsync(Received, cancellationToken, member, since - (now - since), since, now))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                replies.Add(new OwnReplies(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), (int)reader.GetInt64(2), IsGiven: false));
            }
        }

        return replies;
    }

    /// <summary>Null for somebody who is not to be named.</summary>
    public ValueTask<string?> NameAsync(long member, CancellationToken cancellationToken) => session.TextAsync(Name, cancellationToken, member);
}
