using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Whether anybody is to be bothered about an open post: the last question before something is planned. What waits is counted and listed all the same.</summary>
internal sealed class PostWorth(WriteSession session)
{
    private static readonly HotSql Words = new("SELECT text, kind, traits FROM messages WHERE id = @post", ("post", DbType.Int64));

    /// <summary>Not all by which an author takes a post back is known to be about it.</summary>
    private static readonly HotSql OwnLines = new(
        "SELECT text FROM messages WHERE author = @author AND at > @at AND at <= @until AND channel = @channel AND text IS NOT NULL AND deleted_at IS NULL ORDER BY at LIMIT 50",
        ("author", DbType.Int64),
        ("at", DbType.Int64),
        ("until", DbType.Int64),
        ("channel", DbType.Int64));

    private readonly TalkQuery _talk = new(session);
    private readonly QuarrelQuery _quarrels = new(session);

    /// <summary>What <see cref="IsWorthAsync"/> asks.</summary>
    /// <param name="isReviewed">Without what goes by links.</param>
    public static IEnumerable<Question> Of(WaitingPost post, long now, bool isReviewed)
    {
        yield return QuarrelQuery.TalkAround(post, now);
        yield return new Question(Words, post.Message);
        yield return OwnLinesAfter(post, now);
        if (!isReviewed)
        {
            yield return TalkQuery.TalkWith(post, now);
        }
    }

    public async ValueTask<bool> IsWorthAsync(WaitingPost post, long now, CancellationToken cancellationToken) =>
        !await _quarrels.IsRunningAsync(post, now, cancellationToken) // First: moderators hear of it, also where he is talked with.
        && await HasSubstanceAsync(post, cancellationToken)
        && !await _talk.IsTalkedWithAsync(post, now, cancellationToken)
        && !await IsTakenBackAsync(post, now, cancellationToken);

    private static Question OwnLinesAfter(WaitingPost post, long now) => new(OwnLines, post.Author, post.At, Math.Min(now, post.At + TalkQuery.Near), post.Channel);

    private async ValueTask<bool> IsTakenBackAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(OwnLinesAfter(post, now), cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (Acknowledgements.IsWithdrawal(reader.GetString(0)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A picture says what it is about, and so does who introduces himself. What is not known, because texts are not read, counts for the post.</summary>
    private async ValueTask<bool> HasSubstanceAsync(WaitingPost post, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Words, cancellationToken, post.Message);
        return !await reader.ReadAsync(cancellationToken)
            || reader.IsDBNull(0)
            || (PostKind)reader.GetInt32(1) is not (PostKind.Question or PostKind.HelpRequest)
            || ((MessageTraits)reader.GetInt32(2) & (MessageTraits.HasAttachments | MessageTraits.Forwarded)) != MessageTraits.None
            || Substance.IsIn(reader.GetString(0));
    }
}
