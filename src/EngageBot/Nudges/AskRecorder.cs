using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Nudges;

/// <summary>Writes what came of an ask: the first word counts, and only that of the member who was asked.</summary>
internal sealed class AskRecorder(WriteSession session)
{
    private static readonly HotSql Find = new(
        $"""
        SELECT o.post, o.member FROM outbox o
        JOIN members w ON w.id = o.member
        JOIN communities k ON k.id = o.community
        WHERE o.id = @ask AND o.kind = {OutboxKind.Ask:D} AND w.platform_id = @member AND k.platform = @platform AND k.platform_id = @community
        """,
        ("ask", DbType.Int64),
        ("member", DbType.String),
        ("platform", DbType.Int32),
        ("community", DbType.String));

    private static readonly HotSql PutAnswer = new(
        $"UPDATE nudges SET answer = @answer, answered_at = @at WHERE post = @post AND member = @member AND step = {(int)NudgeStep.Ask:D} AND answer IS NULL",
        ("answer", DbType.Int32),
        ("at", DbType.Int64),
        ("post", DbType.Int64),
        ("member", DbType.Int64));

    private static readonly HotSql PutClaim = new(
        """
        INSERT INTO claims (post, member, claimed_at, until, community)
        SELECT @post, w.id, @at, @until, w.community FROM members w WHERE w.id = @member
        ON CONFLICT (post, member) DO NOTHING
        """,
        ("post", DbType.Int64),
        ("member", DbType.Int64),
        ("at", DbType.Int64),
        ("until", DbType.Int64));

    private static readonly HotSql PutDismissal = new(
        "INSERT INTO dismissals (post, member, at) VALUES (@post, @member, @at) ON CONFLICT (post) DO NOTHING",
        ("post", DbType.Int64),
        ("member", DbType.Int64),
        ("at", DbType.Int64));

    /// <returns>The post about which somebody else may be asked now; else null.</returns>
    public async ValueTask<long?> RecordAsync(AskAnswered answered, CancellationToken cancellationToken)
    {
        long post, member;
        await using (var reader = await session.ReadAsync(
            Find, cancellationToken, answered.Ask, answered.Member.Value, (int)answered.Community.Platform, answered.Community.Value))
        {
            if (!await reader.ReadAsync(cancellationToken))
            {
                return null;
            }

            (post, member) = (reader.GetInt64(0), reader.GetInt64(1));
        }

        var at = answered.At.ToUnixTimeMilliseconds();
        if (await session.ExecuteAsync(PutAnswer, cancellationToken, (int)answered.Answer, at, post, member) == 0)
        {
            return null;
        }

        switch (answered.Answer)
        {
            case AskAnswer.WillReply:
                await session.ExecuteAsync(PutClaim, cancellationToken, post, member, at, at + ClaimQuery.Holds);
                return null;
            case AskAnswer.NotNeeded:
                await session.ExecuteAsync(PutDismissal, cancellationToken, post, member, at);
                return null;
            default:
                return post;
        }
    }
}
