using System.Data;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.SelfPromotion;

/// <summary>Asks the store how much the author of a message promoted and answered over the 30 days before it. Asked for the few that are shown.</summary>
/// <param name="rules">What is shown in a channel for it is no promotion.</param>
internal sealed class BalanceQuery(WriteSession session, RulesBook rules)
{
    private const long Month = 30L * 86_400_000;

    private static readonly HotSql Author = new("SELECT author, at FROM messages WHERE id = @message AND author IS NOT NULL", ("message", DbType.Int64));

    // What answers somebody, or passes on the work of others, is none, whatever its words: as RepeatQuery and PromotionPolicy say of a single message.
    private static readonly HotSql Promotions = new(
        $"""
        SELECT c.community, c.name, c.platform_id, COUNT(*)
        FROM messages m
        CROSS JOIN channels c
        WHERE m.author = @author AND m.at > @since AND m.at <= @at AND m.promotion >= @promotion AND m.deleted_at IS NULL AND (m.traits & {(int)MessageTraits.Forwarded}) = 0
            AND c.id = m.channel
            AND NOT EXISTS (
                SELECT 1 FROM counting_links l LEFT JOIN messages p ON p.id = l.parent
                WHERE l.message = m.id AND (l.parent IS NULL OR (l.parent <> m.id AND (p.author IS NULL OR p.author <> m.author))))
        GROUP BY c.community, c.name, c.platform_id
        """,
        ("author", DbType.Int64),
        ("since", DbType.Int64),
        ("at", DbType.Int64),
        ("promotion", DbType.Int32));

    // Those who opted out have no key: each message of theirs counts for a person.
    private static readonly HotSql Answered = new(
        """
        SELECT COALESCE(p.author, -p.id), m.text
        FROM messages m
        CROSS JOIN counting_links l
        CROSS JOIN messages p
        WHERE m.author = @author AND m.at > @since AND m.at <= @at AND l.message = m.id AND p.id = l.parent
            AND (p.author IS NULL OR p.author <> @author) AND (p.traits & 7) = 0 AND m.deleted_at IS NULL
        ORDER BY m.at, m.id
        """,
        ("author", DbType.Int64),
        ("since", DbType.Int64),
        ("at", DbType.Int64));

    private readonly HabitQuery _habits = new(session);

    /// <summary>The statements, for those who look at their plans.</summary>
    internal static IReadOnlyList<HotSql> Statements => [Author, Promotions, Answered];

    public async ValueTask<Balance> BeforeAsync(long message, CancellationToken cancellationToken)
    {
        if (await FindAsync(message, cancellationToken) is not var (author, at))
        {
            return default;
        }

        return await OfAsync(author, at, cancellationToken);
    }

    /// <summary>What a member did over the 30 days before a moment.</summary>
    /// <param name="author">His key.</param>
    /// <param name="at">Unix milliseconds.</param>
    public async ValueTask<Balance> OfAsync(long author, long at, CancellationToken cancellationToken)
    {
        return new Balance(await PromotionsAsync(author, at, cancellationToken), BalancePolicy.Answered(await RepliesAsync(author, at, cancellationToken), await _habits.PassedOnAsync(author, at, cancellationToken)));
    }

    private async ValueTask<int> PromotionsAsync(long author, long at, CancellationToken cancellationToken)
    {
        var promotions = 0;
        await using var reader = await session.ReadAsync(Promotions, cancellationToken, author, at - Month, at, PromotionClassifier.ThresholdThousandths);
        while (await reader.ReadAsync(cancellationToken))
        {
            promotions += rules.Of(reader.GetInt64(0)).IsPromotionChannel(reader.GetString(1), reader.GetString(2)) ? 0 : (int)reader.GetInt64(3);
        }

        return promotions;
    }

    private async ValueTask<IReadOnlyList<GivenReply>> RepliesAsync(long author, long at, CancellationToken cancellationToken)
    {
        List<GivenReply> replies = [];
        await using var reader = await session.ReadAsync(Answered, cancellationToken, author, at - Month, at);
        while (await reader.ReadAsync(cancellationToken))
        {
            replies.Add(new GivenReply(reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
        }

        return replies;
    }

    private async ValueTask<(long Author, long At)?> FindAsync(long message, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Author, cancellationToken, message);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }
}
