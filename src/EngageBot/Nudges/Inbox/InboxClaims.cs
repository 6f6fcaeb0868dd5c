using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Nudges.Inbox;

/// <summary>What members said from their inbox that they will reply to. Such a word is as good as one to an ask, see <see cref="ClaimQuery"/>.</summary>
internal sealed class InboxClaims(WriteSession session)
{
    /// <summary>One word for a post: who gave it and did not keep it may reply, but keeps nobody else away again.</summary>
    private static readonly HotSql Add = new(
        $"""
        INSERT INTO claims (post, member, claimed_at, until, community)
        SELECT m.id, @member, @at, @until, c.community FROM messages m JOIN channels c ON c.id = m.channel
        WHERE m.id = @post AND c.community = @community AND m.author IS NOT NULL AND m.author <> @member AND m.deleted_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM claims o WHERE o.post = m.id AND o.member <> @member AND o.until > @at)
            AND (SELECT COUNT(*) FROM claims h WHERE h.member = @member AND h.until > @at) < {InboxPolicy.MostClaims}
        ON CONFLICT (post, member) DO NOTHING
        """,
        ("member", DbType.Int64),
        ("at", DbType.Int64),
        ("until", DbType.Int64),
        ("post", DbType.Int64),
        ("community", DbType.Int64));

    /// <summary>Where he was asked about it too, that is his answer.</summary>
    private static readonly HotSql Answer = new(
        $"""
        UPDATE nudges SET answer = {AskAnswer.WillReply:D}, answered_at = @at
        WHERE post = @post AND member = @member AND step = {(int)NudgeStep.Ask:D} AND answer IS NULL
        """,
        ("at", DbType.Int64),
        ("post", DbType.Int64),
        ("member", DbType.Int64));

    private static readonly HotSql Given = new("SELECT 1 FROM claims WHERE post = @post AND member = @member", ("post", DbType.Int64), ("member", DbType.Int64));

    private static readonly HotSql Held = new("SELECT post FROM claims WHERE member = @member AND until > @now", ("member", DbType.Int64), ("now", DbType.Int64));

    public async ValueTask AddAsync(long community, long post, long member, long at, CancellationToken cancellationToken)
    {
        if (await session.ExecuteAsync(Add, cancellationToken, member, at, at + ClaimQuery.Holds, post, community) > 0)
        {
            await session.ExecuteAsync(Answer, cancellationToken, at, post, member);
        }
    }

    /// <summary>Whether he ever said so of a post.</summary>
    public async ValueTask<bool> IsGivenAsync(long post, long member, CancellationToken cancellationToken) =>
        await session.NumberAsync(Given, cancellationToken, post, member) is not null;

    /// <summary>The posts to which his word holds.</summary>
    public async Task<IReadOnlySet<long>> HeldAsync(long member, long now, CancellationToken cancellationToken)
    {
        HashSet<long> posts = [];
        await using var reader = await session.ReadAsync(Held, cancellationToken, member, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            posts.Add(reader.GetInt64(0));
        }

        return posts;
    }
}
