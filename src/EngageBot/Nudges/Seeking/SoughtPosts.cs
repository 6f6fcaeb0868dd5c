using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Nudges.Seeking;

/// <summary>For which posts members wanted somebody to be found, and how often one of them did.</summary>
internal sealed class SoughtPosts(WriteSession session)
{
    /// <summary>Who presses more often is heard tomorrow.</summary>
    public const int MostADay = 3;

    private const long Day = 86_400_000;

    private static readonly HotSql Add = new(
        $"""
        INSERT INTO sought_posts (post, member, at)
        SELECT m.id, @member, @at FROM messages m JOIN channels c ON c.id = m.channel
        WHERE m.id = @post AND c.community = @community
            AND (SELECT COUNT(*) FROM sought_posts s WHERE s.member = @member AND s.at > @since) < {MostADay}
        ON CONFLICT (post, member) DO NOTHING
        """,
        ("member", DbType.Int64),
        ("at", DbType.Int64),
        ("post", DbType.Int64),
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    /// <summary>Its author says that it wants an answer, where nothing in his words did.</summary>
    private static readonly HotSql Invite = new(
        $"UPDATE messages SET kind = {PostKind.HelpRequest:D} WHERE id = @post AND author = @member AND kind = {PostKind.Chat:D}",
        ("post", DbType.Int64),
        ("member", DbType.Int64));

    private static readonly HotSql Sought = new("SELECT 1 FROM sought_posts WHERE post = @post LIMIT 1", ("post", DbType.Int64));

    private static readonly HotSql OfMember = new(
        """
        SELECT COUNT(*), COALESCE(MAX(CASE WHEN s.post = @post THEN 1 ELSE 0 END), 0) FROM sought_posts s
        JOIN members w ON w.id = s.member
        WHERE w.community = @community AND w.platform_id = @member AND (s.at > @since OR s.post = @post)
        """,
        ("post", DbType.Int64),
        ("community", DbType.Int64),
        ("member", DbType.String),
        ("since", DbType.Int64));

    /// <returns>Whether that is new, and not too much.</returns>
    public async ValueTask<bool> AddAsync(long community, long post, long member, long at, CancellationToken cancellationToken)
    {
        if (await session.ExecuteAsync(Add, cancellationToken, member, at, post, community, at - Day) == 0)
        {
            return false;
        }

        await session.ExecuteAsync(Invite, cancellationToken, post, member);
        return true;
    }

    /// <summary>What <see cref="IsSoughtAsync"/> asks.</summary>
    public static Question WasSought(long post) => new(Sought, post);

    public async ValueTask<bool> IsSoughtAsync(long post, CancellationToken cancellationToken) => await session.NumberAsync(Sought, cancellationToken, post) is not null;

    /// <summary>Whether a member may have somebody sought for a post: he did already, or not too often today.</summary>
    public async ValueTask<bool> MaySeekAsync(long community, long post, MemberId member, long now, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(OfMember, cancellationToken, post, community, member.Value, now - Day);
        await reader.ReadAsync(cancellationToken);
        return reader.GetInt64(0) < MostADay || reader.GetInt64(1) == 1;
    }
}
