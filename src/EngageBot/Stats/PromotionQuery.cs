using System.Data;
using EngageBot.Database;
using EngageBot.SelfPromotion;
using EngageBot.Unanswered;

namespace EngageBot.Stats;

/// <summary>How many posts were promotion by their text. What answers somebody is no post, and so never counts.</summary>
internal sealed class PromotionQuery(WriteSession session, Scope scope)
{
    private static readonly HotSql Count = new(
        $"""
        SELECT COUNT(*)
        FROM channels c
        JOIN messages m ON m.channel = c.id AND m.at >= @from AND m.at <= @now
        WHERE c.community = @community AND m.promotion >= @promotion AND (m.traits & {Forwarded}) = 0 AND {PostSql.IsPost}
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("now", DbType.Int64),
        ("promotion", DbType.Int32));

    /// <summary>Somebody else's work that is passed on counts for the member, not against him.</summary>
    private const string Forwarded = "64";

    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        (int)(await session.NumberAsync(Count, cancellationToken, scope.Community, scope.From, scope.To, PromotionClassifier.ThresholdThousandths) ?? 0);
}
