using System.Data;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.SelfPromotion;
using EngageBot.Unanswered;

namespace EngageBot.Stats;

/// <summary>
/// Which posts were promotion: by their text, and by what their authors did besides. What answers somebody is no post, and so never counts. Who may have
/// lost somebody promotes nothing, whatever the words.
/// </summary>
internal sealed class PromotionQuery(WriteSession session, Scope scope, CommunityRules rules)
{
    private static readonly HotSql BySound = new(
        $"""
        SELECT m.id, m.channel, m.promotion
        FROM channels c
        JOIN messages m ON m.channel = c.id AND m.at >= @from AND m.at <= @now
        WHERE c.community = @community AND m.promotion >= @least AND {MayPromote}
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("now", DbType.Int64),
        ("least", DbType.Int32));

    // The words say little, but somebody who posts links twice within a week may spread them: begun from the links, of which there are few.
    private static readonly HotSql ByLink = new(
        $"""
        SELECT DISTINCT m.id, m.channel, COALESCE(m.promotion, 0)
        FROM link_domains d
        CROSS JOIN messages m
        CROSS JOIN channels c
        WHERE d.community = @community AND d.at >= @from AND d.at <= @now AND m.id = d.message AND c.id = m.channel AND COALESCE(m.promotion, 0) < @least
            AND EXISTS (
                SELECT 1 FROM messages e CROSS JOIN link_domains f
                WHERE e.author = m.author AND e.at > m.at - {Week} AND e.at <= m.at AND e.id <> m.id AND f.message = e.id)
            AND {MayPromote}
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("now", DbType.Int64),
        ("least", DbType.Int32));

    /// <summary>Somebody else's work that is passed on counts for the member, not against him.</summary>
    private const string MayPromote = $"(m.traits & 64) = 0 AND m.kind <> 9 AND {PostSql.IsPost}";

    private const string Week = "604800000";

    private readonly RepeatQuery _repeats = new(session);

    /// <summary>The statements, for those who look at their plans.</summary>
    internal static IReadOnlyList<HotSql> Statements => [BySound, ByLink];

    /// <summary>All of them, the surest first: what text and behaviour both say, then by the score of the text.</summary>
    public async Task<IReadOnlyList<FoundPromotion>> ReadAsync(CancellationToken cancellationToken)
    {
        var exempt = (await new NamedChannels(session).FindAsync(scope.Community, rules.IsPromotionChannel, cancellationToken)).ToHashSet();
        List<(FoundPromotion Promotion, bool IsRepeated)> found = [];
        foreach (var (message, channel, thousandths) in await CandidatesAsync(cancellationToken))
        {
            if (await _repeats.SignalsAsync(message, exempt, cancellationToken) is not { } signals)
            {
                continue;
            }

            var promotion = new FoundPromotion(message, channel, thousandths, signals with { IsInPromotionChannel = exempt.Contains(channel) });
            if (promotion.Decide([]).IsPromotion)
            {
                found.Add((promotion, PromotionPolicy.IsRepeated(signals) && thousandths >= PromotionClassifier.ThresholdThousandths));
            }
        }

        return [.. found.OrderByDescending(one => one.IsRepeated).ThenByDescending(one => one.Promotion.Thousandths).ThenByDescending(one => one.Promotion.Message).Select(one => one.Promotion)];
    }

    private async Task<IReadOnlyList<(long Message, long Channel, int Thousandths)>> CandidatesAsync(CancellationToken cancellationToken)
    {
        List<(long, long, int)> candidates = [];
        foreach (var sql in Statements)
        {
            await using var reader = await session.ReadAsync(sql, cancellationToken, scope.Community, scope.From, scope.To, PromotionClassifier.ThresholdThousandths / 2);
            while (await reader.ReadAsync(cancellationToken))
            {
                candidates.Add((reader.GetInt64(0), reader.GetInt64(1), (int)reader.GetInt64(2)));
            }
        }

        return candidates;
    }
}
