using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Unanswered.Chosen;

/// <summary>What people said of posts that settles them: one mark a post, the first that was set.</summary>
internal sealed class PostMarks(WriteSession session)
{
    private static readonly HotSql Add = new(
        """
        INSERT INTO dismissals (post, member, at, mark, by_moderator)
        SELECT m.id, @member, @at, @mark, @by_moderator FROM messages m JOIN channels c ON c.id = m.channel
        WHERE m.id = @post AND c.community = @community
        ON CONFLICT (post) DO NOTHING
        """,
        ("member", DbType.Int64),
        ("at", DbType.Int64),
        ("mark", DbType.Int32),
        ("by_moderator", DbType.Int32),
        ("post", DbType.Int64),
        ("community", DbType.Int64));

    // As MarkPolicy.MayTakeBack: between the press and this moment somebody else may have marked it.
    private static readonly HotSql Remove = new(
        """
        DELETE FROM dismissals
        WHERE post = @post AND EXISTS (
            SELECT 1 FROM messages m JOIN channels c ON c.id = m.channel
            WHERE m.id = dismissals.post AND c.community = @community
                AND (@as_moderator = 1 OR dismissals.member = @member OR (m.author = @member AND dismissals.by_moderator = 0)))
        """,
        ("post", DbType.Int64),
        ("community", DbType.Int64),
        ("as_moderator", DbType.Int32),
        ("member", DbType.Int64));

    private static readonly HotSql Find = new(
        "SELECT d.mark, w.platform_id, d.by_moderator FROM dismissals d LEFT JOIN members w ON w.id = d.member WHERE d.post = @post",
        ("post", DbType.Int64));

    public async ValueTask AddAsync(long community, long post, long member, PostMark mark, bool byModerator, long at, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Add, cancellationToken, member, at, (int)mark, byModerator ? 1 : 0, post, community);

    /// <returns>Whether there was one that he may take back.</returns>
    public async ValueTask<bool> RemoveAsync(long community, long post, long member, bool asModerator, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Remove, cancellationToken, post, community, asModerator ? 1 : 0, member) > 0;

    public async ValueTask<StoredMark?> FindAsync(long post, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Find, cancellationToken, post);
        return await reader.ReadAsync(cancellationToken)
            ? new StoredMark((PostMark)reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetInt32(2) == 1)
            : null;
    }
}
