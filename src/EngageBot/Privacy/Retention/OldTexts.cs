using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Privacy.Retention;

/// <summary>
/// Takes words out of the store that are old enough, some at a time, so that nobody who writes waits for it. What later questions need to know of a text stays as traits of
/// its message: whether it took a post back, and whether it could be answered with yes or no.
/// </summary>
internal sealed class OldTexts(WriteSession session)
{
    /// <summary>A few hundredths of a second in which others who write wait. Fewer at once would be no kinder: on SQLite each transaction makes those who write read their pages again.</summary>
    public const int AtOnce = 5_000;

    private const MessageTraits FromText = MessageTraits.Withdraws | MessageTraits.AsksYesOrNo;

    private static readonly HotSql Communities = new("SELECT id FROM own_communities ORDER BY id");

    private static readonly HotSql Written = new(
        $"""
        SELECT m.id, m.text
        FROM channels c
        CROSS JOIN messages m
        WHERE c.community = @community AND m.channel = c.id AND m.text IS NOT NULL AND m.at < @before
        LIMIT @count
        """,
        ("community", DbType.Int64),
        ("before", DbType.Int64),
        ("count", DbType.Int32));

    private static readonly HotSql Remove = new(
        $"UPDATE messages SET text = NULL, traits = (traits & {(int)~FromText}) | @traits WHERE id = @id",
        ("traits", DbType.Int32),
        ("id", DbType.Int64));

    // A board that stands is worked out anew all the time, and proposals are compared with what they should say for as long as they are watched.
    private static readonly string Said =
        $"""
        SELECT o.id FROM outbox o
        WHERE o.text <> '' AND o.planned_at < @before AND o.next_at IS NULL AND COALESCE(o.ended_at, o.sent_at, o.planned_at) < @before
            AND o.state NOT IN ({OutboxState.Planned:D}, {OutboxState.Claimed:D})
            AND NOT (o.kind = {OutboxKind.Board:D} AND o.state = {OutboxState.Sent:D} AND o.unwanted_at IS NULL)
            AND NOT (o.kind IN ({OutboxKind.Proposal:D}, {OutboxKind.Introduction:D}, {OutboxKind.FollowUp:D})
                AND EXISTS (SELECT 1 FROM introductions i WHERE i.id = o.subject AND {IsUnderWay}))
        """;

    private const string About = $"SELECT i.id FROM introductions i WHERE i.about IS NOT NULL AND i.planned_at < @before AND NOT {IsUnderWay}";

    private const string AskedFor = "SELECT r.id FROM introduction_requests r WHERE r.about IS NOT NULL AND r.at < @before AND r.handled_at IS NOT NULL";

    private const string Announced = "at < @before AND text <> ''";

    private static readonly HotSql RemoveSaid = new(
        $"UPDATE outbox SET text = '', picture = NULL, picture_alt = NULL WHERE id IN ({Said} LIMIT {AtOnce})",
        ("before", DbType.Int64),
        ("watched", DbType.Int64));

    private static readonly HotSql RemoveAbout = new(
        $"UPDATE introductions SET about = NULL WHERE id IN ({About} LIMIT {AtOnce})",
        ("before", DbType.Int64),
        ("watched", DbType.Int64));

    private static readonly HotSql RemoveAsked = new($"UPDATE introduction_requests SET about = NULL WHERE id IN ({AskedFor} LIMIT {AtOnce})", ("before", DbType.Int64));

    private static readonly HotSql RemoveAnnounced = new($"UPDATE announcements SET text = '' WHERE {Announced}", ("before", DbType.Int64));

    private static readonly HotSql IsAnySaid = new(
        $"SELECT 1 WHERE EXISTS ({Said}) OR EXISTS ({About}) OR EXISTS ({AskedFor}) OR EXISTS (SELECT 1 FROM announcements WHERE {Announced})",
        ("before", DbType.Int64),
        ("watched", DbType.Int64));

    /// <summary>People are asked about it, or found each other in it lately (see Introductions/Proposals/IntroductionState.cs).</summary>
    private const string IsUnderWay = "(i.ended_at IS NULL AND (i.opened_at IS NULL OR i.opened_at >= @watched))";

    /// <summary>The statements, for those who look at their plans.</summary>
    internal static IReadOnlyList<HotSql> Statements => [Written, IsAnySaid, RemoveSaid, RemoveAbout, RemoveAsked];

    public async Task<IReadOnlyList<long>> CommunitiesAsync(CancellationToken cancellationToken)
    {
        List<long> communities = [];
        await using var reader = await session.ReadAsync(Communities, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            communities.Add(reader.GetInt64(0));
        }

        return communities;
    }

    /// <summary>Some of what people wrote in a community before a moment, unix milliseconds.</summary>
    public async Task<List<OldText>> FindAsync(long community, long before, int count, CancellationToken cancellationToken)
    {
        List<OldText> old = [];
        await using var reader = await session.ReadAsync(Written, cancellationToken, community, before, count);
        while (await reader.ReadAsync(cancellationToken))
        {
            old.Add(new OldText(reader.GetInt64(0), TraitsOf(reader.GetString(1))));
        }

        return old;
    }

    /// <summary>What is edited meanwhile is old all the same.</summary>
    public async Task RemoveAsync(IReadOnlyList<OldText> old, CancellationToken cancellationToken)
    {
        if (old.Count > 0)
        {
            await session.BeginAsync(cancellationToken);
            foreach (var (message, traits) in old)
            {
                await session.WriteAsync(Remove, cancellationToken, (int)traits, message);
            }

            await session.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Some of what the bot said, and of the words in which people asked it for something, where all that is over.</summary>
    /// <param name="watched">Introductions since then are looked at still.</param>
    public async Task<int> RemoveSaidAsync(long before, long watched, CancellationToken cancellationToken) =>
        await session.NumberAsync(IsAnySaid, cancellationToken, before, watched) is null ? 0 // To write nothing, too, is to wait for others who write.
            : await session.ExecuteAsync(RemoveSaid, cancellationToken, before, watched)
            + await session.ExecuteAsync(RemoveAbout, cancellationToken, before, watched)
            + await session.ExecuteAsync(RemoveAsked, cancellationToken, before)
            + await session.ExecuteAsync(RemoveAnnounced, cancellationToken, before);

    private static MessageTraits TraitsOf(string text) =>
        (Acknowledgements.IsWithdrawal(text) ? MessageTraits.Withdraws : MessageTraits.None) | (Acknowledgements.IsYesOrNo(text) ? MessageTraits.AsksYesOrNo : MessageTraits.None);
}
