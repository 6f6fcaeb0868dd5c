using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Introductions.Proposals;
using EngageBot.Outbox;

namespace EngageBot.Introductions.Outcomes;

/// <summary>Asks the store what came of a community's introductions, for reports. It names nobody.</summary>
internal sealed class IntroducedOutcomeQuery(WriteSession session)
{
    private static readonly HotSql Since = new(
        $"""
        SELECT i.id, i.occasion, i.opened_at, (SELECT MAX(p.outcome) FROM introduction_people p WHERE p.introduction = i.id),
            CASE WHEN EXISTS (
                SELECT 1 FROM introduction_people one
                JOIN introduction_people other ON other.introduction = one.introduction AND other.member <> one.member
                JOIN messages m ON m.author = one.member AND m.at > i.opened_at
                JOIN counting_links l ON l.message = m.id
                JOIN messages p ON p.id = l.parent AND p.author = other.member
                WHERE one.introduction = i.id)
            OR (
                SELECT COUNT(DISTINCT wrote.author) FROM (
                    SELECT m.author FROM outbox o JOIN messages m ON m.channel = o.channel AND m.thread = o.message
                    WHERE o.kind = {OutboxKind.Introduction:D} AND o.subject = i.id
                    UNION
                    SELECT m.author FROM outbox o JOIN channels c ON c.community = o.community AND c.platform_id = o.message_channel JOIN messages m ON m.channel = c.id
                    WHERE o.kind = {OutboxKind.Introduction:D} AND o.subject = i.id
                    UNION
                    SELECT w.member FROM outbox o
                    JOIN introduction_people q ON q.introduction = o.subject
                    JOIN private_lines w ON w.member = q.member AND w.conversation = o.message_channel AND w.at > i.opened_at
                    WHERE o.kind = {OutboxKind.Introduction:D} AND o.subject = i.id) wrote
                JOIN introduction_people p ON p.introduction = i.id AND p.member = wrote.author) > 1
            THEN 1 ELSE 0 END
        FROM introductions i
        WHERE i.community = @community AND i.state = {IntroductionState.Opened:D} AND i.opened_at >= @since
        ORDER BY i.opened_at, i.id
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    /// <param name="since">Unix milliseconds.</param>
    public async Task<IReadOnlyList<IntroducedOutcome>> SinceAsync(long community, long since, CancellationToken cancellationToken)
    {
        List<IntroducedOutcome> outcomes = [];
        await using var reader = await session.ReadAsync(Since, cancellationToken, community, since);
        while (await reader.ReadAsync(cancellationToken))
        {
            outcomes.Add(new IntroducedOutcome(
                reader.GetInt64(0),
                (IntroductionOccasion)reader.GetInt32(1),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)),
                reader.IsDBNull(3) ? null : (IntroductionOutcome)reader.GetInt32(3),
                reader.GetInt32(4) != 0));
        }

        return outcomes;
    }
}
