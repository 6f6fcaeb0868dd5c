using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.SelfPromotion.Notes;

/// <summary>Asks the store for announcements that nobody replied to.</summary>
internal sealed class AnnouncementQuery(WriteSession session)
{
    private const string Columns = "m.id, m.author, w.platform_id, m.channel, c.name, m.text, k.platform, k.platform_id, c.platform_id, c.visibility";

    private static readonly HotSql Unanswered = new(
        $"""
        SELECT {Columns}
        FROM communities k
        CROSS JOIN channels c
        CROSS JOIN messages m
        CROSS JOIN members w
        WHERE k.id = @community AND (k.platform = {Platform.Slack:D} OR @everywhere = 1) AND c.community = k.id AND m.channel = c.id AND m.at >= @since AND m.at <= @until
            AND w.id = m.author AND w.is_bot = 0 AND w.opted_out_at IS NULL AND {PostSql.KindToAll} = {PostKind.Announcement:D} AND {PostSql.IsPost}
            AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.member = m.author AND o.kind = {OutboxKind.PromoterNote:D} AND o.planned_at > @lately)
        ORDER BY m.at DESC, m.id DESC LIMIT 100
        """,
        ("community", DbType.Int64),
        ("everywhere", DbType.Int32),
        ("since", DbType.Int64),
        ("until", DbType.Int64),
        ("now", DbType.Int64),
        ("lately", DbType.Int64));

    /// <summary>Announcements of a span of time whose authors had no note since a moment; each author once, by his last.</summary>
    /// <param name="isEverywhere">Else only on Slack.</param>
    public async Task<IReadOnlyList<(NoteCandidate Author, bool IsForEveryone, string ChannelId)>> FindAsync(
        long community, bool isEverywhere, (long Since, long Until) span, long now, long lately, CancellationToken cancellationToken)
    {
        List<(NoteCandidate Author, bool IsForEveryone, string ChannelId)> found = [];
        await using var reader = await session.ReadAsync(Unanswered, cancellationToken, community, isEverywhere ? 1 : 0, span.Since, span.Until, now, lately);
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = new CommunityId((Platform)reader.GetInt32(6), reader.GetString(7));
            var author = new NoteCandidate(reader.GetInt64(0), reader.GetInt64(1), new MemberId(id, reader.GetString(2)))
            {
                Channel = reader.GetInt64(3),
                ChannelName = reader.GetString(4),
                Text = reader.IsDBNull(5) ? null : reader.GetString(5),
            };
            found.Add((author, reader.GetInt32(9) == (int)ChannelVisibility.Everyone, reader.GetString(8)));
        }

        return [.. found.DistinctBy(one => one.Author.Member)];
    }
}
