using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.SelfPromotion;
using EngageBot.Unanswered;

namespace EngageBot.Stats.Daily;

/// <summary>Reads from messages and their links what figures need of a day in a channel.</summary>
internal sealed class DayQuery(WriteSession session)
{
    public const long Day = 86_400_000;

    private const MessageTraits NotByPerson = MessageTraits.Bot | MessageTraits.Webhook | MessageTraits.System;

    private static readonly HotSql Lines = new(
        $"""
        SELECT m.id, m.at, m.author, {PostSql.KindToAll}, m.kind, m.promotion, m.deleted_at, CASE WHEN m.thread IS NULL OR m.thread = m.number THEN 1 ELSE 0 END,
            l.message, l.parent, p.author, p.traits, CASE WHEN p.channel = m.channel AND p.at >= @from AND p.at < @until THEN 1 ELSE 0 END,
            CASE WHEN p.author = m.author THEN m.text END, CASE WHEN p.author = m.author AND m.text IS NULL THEN m.traits ELSE 0 END,
            CASE WHEN {PostSql.KindToAll} IN ({PostSql.InvitingKinds}) AND EXISTS (SELECT 1 FROM reactions r WHERE r.message = m.id) THEN 1 ELSE 0 END
        FROM messages m
        LEFT JOIN links l ON l.message = m.id AND (l.parent IS NULL OR l.parent <> m.id)
            AND NOT EXISTS (SELECT 1 FROM links surer WHERE surer.message = l.message AND surer.source > l.source)
        LEFT JOIN messages p ON p.id = l.parent
        WHERE m.channel = @channel AND m.at >= @from AND m.at < @until AND (m.traits & {PostSql.NotByPerson}) = 0
        ORDER BY m.at, m.id
        """,
        ("from", DbType.Int64),
        ("until", DbType.Int64),
        ("channel", DbType.Int64));

    /// <param name="day">Days since 1970.</param>
    public async Task<List<DayLine>> ReadAsync(long channel, long day, CancellationToken cancellationToken)
    {
        List<DayLine> lines = [];
        await using var reader = await session.ReadAsync(Lines, cancellationToken, day * Day, (day + 1) * Day, channel);
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(Read(reader));
        }

        return lines;
    }

    private static DayLine Read(DbDataReader reader)
    {
        long? author = reader.IsDBNull(2) ? null : reader.GetInt64(2);
        long? parentAuthor = reader.IsDBNull(10) ? null : reader.GetInt64(10);
        var hasParent = !reader.IsDBNull(11);
        var isParentByPerson = hasParent && ((MessageTraits)reader.GetInt32(11) & NotByPerson) == MessageTraits.None;
        return new DayLine(reader.GetInt64(0), reader.GetInt64(1), author ?? 0)
        {
            Kind = (PostKind)reader.GetInt32(3),
            Signs = Sign(DaySigns.IsPost, author is not null && reader.GetInt32(7) == 1 && reader.IsDBNull(8))
                | Sign(DaySigns.Announces, author is not null && Announces(reader) && !(hasParent && parentAuthor != author))
                | Sign(DaySigns.Withdraws, Withdraws(reader))
                | Sign(DaySigns.HasReactions, reader.GetInt32(15) == 1),
            Parent = isParentByPerson ? reader.GetInt64(9) : 0,
            ParentAuthor = isParentByPerson && reader.GetInt32(12) == 0 ? parentAuthor ?? 0 : 0,
            DeletedAt = reader.IsDBNull(6) ? 0 : reader.GetInt64(6),
        };
    }

    /// <summary>Of a text that is not kept any more it is known.</summary>
    private static bool Withdraws(DbDataReader reader) => reader.IsDBNull(13)
        ? ((MessageTraits)reader.GetInt32(14) & MessageTraits.Withdraws) != MessageTraits.None
        : Acknowledgements.IsWithdrawal(reader.GetString(13));

    /// <summary>As in <see cref="BroadcasterQuery"/>.</summary>
    private static bool Announces(DbDataReader reader) => (PostKind)reader.GetInt32(4) switch
    {
        PostKind.Announcement => true,
        PostKind.Question or PostKind.HelpRequest or PostKind.FeedbackRequest => false,
        _ => !reader.IsDBNull(5) && reader.GetInt32(5) >= PromotionClassifier.ThresholdThousandths,
    };

    private static DaySigns Sign(DaySigns sign, bool isSo) => isSo ? sign : DaySigns.None;
}
