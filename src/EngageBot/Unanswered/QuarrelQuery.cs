using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Unanswered.Kinds;

namespace EngageBot.Unanswered;

/// <summary>Looks at the talk around a post, and notes where it is a quarrel.</summary>
internal sealed class QuarrelQuery(WriteSession session)
{
    private static readonly long Around = (long)QuarrelPolicy.Around.TotalMilliseconds;

    // Bots do not quarrel. In a thread only the thread counts.
    private static readonly HotSql Talk = new(
        $"""
        SELECT m.author, m.kind, m.text
        FROM messages p
        CROSS JOIN messages m
        WHERE p.id = @post AND m.channel = p.channel AND m.at >= @from AND m.at <= @until AND COALESCE(m.thread, 0) = COALESCE(p.thread, 0)
            AND m.author IS NOT NULL AND (m.traits & {PostSql.NotByPerson}) = 0 AND m.deleted_at IS NULL
        ORDER BY m.at, m.id LIMIT 200
        """,
        ("post", DbType.Int64),
        ("from", DbType.Int64),
        ("until", DbType.Int64));

    private static readonly HotSql Note = new(
        "INSERT INTO quarrels (post, at) VALUES (@post, @at) ON CONFLICT (post) DO NOTHING",
        ("post", DbType.Int64),
        ("at", DbType.Int64));

    /// <summary>What <see cref="IsRunningAsync"/> asks.</summary>
    public static Question TalkAround(WaitingPost post, long now) => new(Talk, post.Message, post.At - Around, Math.Min(now, post.At + Around));

    /// <summary>Whether its author is in a running quarrel; it is noted, and the post is left alone from then on.</summary>
    public async ValueTask<bool> IsRunningAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        List<TalkTurn> talk = [];
        await using (var reader = await session.ReadAsync(TalkAround(post, now), cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var isInsult = reader.GetInt32(1) == (int)PostKind.Quarrel;
                talk.Add(new TalkTurn(reader.GetInt64(0), isInsult, isInsult || (!reader.IsDBNull(2) && SharpWords.Are(reader.GetString(2)))));
            }
        }

        var isRunning = QuarrelPolicy.IsRunning(talk, post.Author);
        if (isRunning)
        {
            await session.WriteAsync(Note, cancellationToken, post.Message, now);
        }

        return isRunning;
    }
}
