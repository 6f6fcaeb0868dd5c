using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.SelfPromotion;

/// <summary>
/// Asks the store what the author of a message did in the week before it: near copies, the same links, whether it answers somebody. Asked when a message is
/// judged, not when it comes in.
/// </summary>
internal sealed class RepeatQuery(WriteSession session)
{
    /// <summary>How far back repeats count.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    private static readonly HotSql Message = new(
        """
        SELECT m.author, m.at, m.channel, m.traits, m.sketch,
            CASE WHEN EXISTS (SELECT 1 FROM link_domains d WHERE d.message = m.id) THEN 1 ELSE 0 END,
            CASE WHEN EXISTS (
                SELECT 1 FROM counting_links l LEFT JOIN messages p ON p.id = l.parent
                WHERE l.message = m.id AND (l.parent IS NULL OR (l.parent <> m.id AND (p.author IS NULL OR p.author <> m.author)))) THEN 1 ELSE 0 END
        FROM messages m
        WHERE m.id = @message AND m.author IS NOT NULL AND m.deleted_at IS NULL
        """,
        ("message", DbType.Int64));

    private static readonly HotSql Sketches = new(
        """
        SELECT m.channel, m.sketch FROM messages m
        WHERE m.author = @author AND m.at > @since AND m.at <= @at AND m.sketch IS NOT NULL AND m.id <> @message
        """,
        ("author", DbType.Int64),
        ("since", DbType.Int64),
        ("at", DbType.Int64),
        ("message", DbType.Int64));

    // CROSS JOIN keeps SQLite from beginning with everybody's links to that domain; PostgreSQL reads it as a plain join.
    private static readonly HotSql Links = new(
        """
        SELECT DISTINCT m.id, m.channel
        FROM messages m
        CROSS JOIN link_domains d
        CROSS JOIN link_domains own
        WHERE m.author = @author AND m.at > @since AND m.at <= @at AND m.id <> @message
            AND d.message = m.id AND own.message = @message AND own.domain = d.domain
        """,
        ("author", DbType.Int64),
        ("since", DbType.Int64),
        ("at", DbType.Int64),
        ("message", DbType.Int64));

    /// <summary>The statements and what they are asked, for those who look at their plans.</summary>
    internal static IReadOnlyList<HotSql> Statements => [Message, Sketches, Links];

    /// <summary>What is known of a stored message; null where it is not there or has no author.</summary>
    /// <param name="exempt">Channels in which members show their own work: what is said there repeats nothing.</param>
    public async ValueTask<PromotionSignals?> SignalsAsync(long message, IReadOnlySet<long> exempt, CancellationToken cancellationToken)
    {
        if (await FindAsync(message, cancellationToken) is not { } judged)
        {
            return null;
        }

        return new PromotionSignals
        {
            AnswersSomebody = judged.AnswersSomebody,
            IsForwarded = (judged.Traits & MessageTraits.Forwarded) != MessageTraits.None,
            HasLink = judged.HasLink,
            SameText = judged.Sketch is null ? Repeats.None : await SameTextAsync(message, judged, exempt, cancellationToken),
            SameLink = judged.HasLink ? await SameLinkAsync(message, judged, exempt, cancellationToken) : Repeats.None,
        };
    }

    private async ValueTask<Judged?> FindAsync(long message, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Message, cancellationToken, message);
        return !await reader.ReadAsync(cancellationToken) ? null : new Judged(
            reader.GetInt64(0),
            reader.GetInt64(1),
            reader.GetInt64(2),
            (MessageTraits)reader.GetInt32(3),
            reader.IsDBNull(4) ? null : reader.GetInt64(4),
            reader.GetInt32(5) == 1,
            reader.GetInt32(6) == 1);
    }

    private async ValueTask<Repeats> SameTextAsync(long message, Judged judged, IReadOnlySet<long> exempt, CancellationToken cancellationToken)
    {
        var (times, channels) = (1, new HashSet<long> { judged.Channel });
        await using var reader = await session.ReadAsync(Sketches, cancellationToken, judged.Author, judged.Since, judged.At, message);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!exempt.Contains(reader.GetInt64(0)) && TextSketch.IsNear(reader.GetInt64(1), judged.Sketch!.Value))
            {
                times++;
                channels.Add(reader.GetInt64(0));
            }
        }

        return new Repeats(times, channels.Count);
    }

    private async ValueTask<Repeats> SameLinkAsync(long message, Judged judged, IReadOnlySet<long> exempt, CancellationToken cancellationToken)
    {
        var (times, channels) = (1, new HashSet<long> { judged.Channel });
        await using var reader = await session.ReadAsync(Links, cancellationToken, judged.Author, judged.Since, judged.At, message);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!exempt.Contains(reader.GetInt64(1)))
            {
                times++;
                channels.Add(reader.GetInt64(1));
            }
        }

        return new Repeats(times, channels.Count);
    }

    private readonly record struct Judged(long Author, long At, long Channel, MessageTraits Traits, long? Sketch, bool HasLink, bool AnswersSomebody)
    {
        public long Since => At - (long)Window.TotalMilliseconds;
    }
}
