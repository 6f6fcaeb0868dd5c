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
    /// <summary>A few hundredths of a second in which others who write wait.</summary>
    public const int AtOnce = 5_000;

    private const MessageTraits FromText = MessageTraits.Withdraws | MessageTraits.AsksYesOrNo;

    private static readonly HotSql Communities = new("SELECT id FROM own_communities ORDER BY id");

    // Oldest first, whatever community they are of: what was written at one time stands together, in the table and in the index.
    private static readonly HotSql Written = new(
        """
        SELECT m.id, m.at, c.community, m.text
        FROM messages m
        CROSS JOIN channels c
        WHERE m.text IS NOT NULL AND m.at >= @from AND m.at < @before AND c.id = m.channel
        ORDER BY m.at
        LIMIT @count
        """,
        ("from", DbType.Int64),
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

    /// <summary>Looks through the next texts, <see cref="AtOnce"/> of them, for those that are to go.</summary>
    /// <param name="from">When the first of them was written at the earliest, unix milliseconds.</param>
    /// <param name="before">By community, before which moment what was written goes, unix milliseconds.</param>
    public async Task<SeenTexts> SeeAsync(long from, IReadOnlyDictionary<long, long> before, CancellationToken cancellationToken)
    {
        var (old, seen, last) = (new List<OldText>(), 0, from);
        await using var reader = await session.ReadAsync(Written, cancellationToken, from, before.Values.DefaultIfEmpty(from).Max(), AtOnce);
        for (; await reader.ReadAsync(cancellationToken); seen++)
        {
            last = reader.GetInt64(1);
            if (before.TryGetValue(reader.GetInt64(2), out var until) && last < until)
            {
                old.Add(new OldText(reader.GetInt64(0), TraitsOf(reader.GetString(3))));
            }
        }

        // What goes on at the same moment is seen again; where all that was seen stays, it must go on all the same.
        return new SeenTexts(old, seen < AtOnce ? null : last > from || old.Count > 0 ? last : last + 1);
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
