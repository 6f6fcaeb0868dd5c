using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.SelfPromotion.Notes;

/// <summary>Asks the store who may be told something, and of which questions.</summary>
internal sealed class NoteQuery(WriteSession session)
{
    private const string OfAuthor =
        """
        SELECT q.message, q.member, w.platform_id, q.channel, c.name, m.text, k.platform, k.platform_id
        FROM promotion_queue q
        JOIN messages m ON m.id = q.message AND m.deleted_at IS NULL AND m.author IS NOT NULL
        JOIN channels c ON c.id = q.channel
        JOIN members w ON w.id = q.member AND w.opted_out_at IS NULL
        JOIN communities k ON k.id = q.community
        """;

    private const string OfQuestion =
        """
        SELECT m.id, m.author, m.at, m.channel, c.name, c.platform_id, k.platform, k.platform_id, m.thread, m.number, m.spelled, m.text
        """;

    private static readonly HotSql Candidates = new(
        $"""
        {OfAuthor}
        WHERE q.community = @community AND q.decided_at > @since AND q.is_accepted = 1
            AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.member = q.member AND o.kind = {OutboxKind.PromoterNote:D} AND o.planned_at > @lately)
        ORDER BY q.decided_at DESC, q.message DESC LIMIT 100
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("lately", DbType.Int64));

    private static readonly HotSql Candidate = new($"{OfAuthor} WHERE q.message = @post AND q.is_accepted = 1", ("post", DbType.Int64));

    // What is held out to see what asking changes is asked of nobody; what somebody took on needs nobody else.
    private static readonly HotSql Questions = new(
        $"""
        {OfQuestion}
        FROM channels c
        CROSS JOIN messages m
        CROSS JOIN communities k
        WHERE c.community = @community AND k.id = c.community AND c.visibility = {ChannelVisibility.Everyone:D}
            AND m.channel = c.id AND m.at >= @since AND m.at <= @now AND m.author <> @member AND m.text IS NOT NULL
            AND {PostSql.KindToAll} BETWEEN {PostKind.Question:D} AND {PostKind.FeedbackRequest:D} AND {PostSql.IsPost}
            AND NOT EXISTS (SELECT 1 FROM hold_out_cases h WHERE h.post = m.id AND h.is_held = 1)
            AND NOT EXISTS (SELECT 1 FROM claims a WHERE a.post = m.id AND a.until > @now)
            AND NOT EXISTS (SELECT 1 FROM counting_links l JOIN messages a ON a.id = l.message WHERE l.parent = m.id AND a.id <> m.id AND (a.author IS NULL OR a.author <> m.author))
        ORDER BY m.at DESC, m.id DESC LIMIT 100
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("now", DbType.Int64),
        ("member", DbType.Int64));

    private static readonly HotSql OfEntry = new(
        $"""
        {OfQuestion}
        FROM outbox_posts e
        JOIN messages m ON m.id = e.post AND m.author IS NOT NULL
        JOIN channels c ON c.id = m.channel
        JOIN communities k ON k.id = c.community
        WHERE e.entry = @entry ORDER BY e.place
        """,
        ("entry", DbType.Int64));

    private static readonly HotSql Posts = new("SELECT COUNT(*) FROM outbox_posts WHERE entry = @entry", ("entry", DbType.Int64));

    /// <summary>Whose post was called promotion since a moment, and who had no note since another; each once, by his last.</summary>
    public async Task<IReadOnlyList<NoteCandidate>> CandidatesAsync(long community, long since, long lately, CancellationToken cancellationToken) =>
        [.. (await AuthorsAsync(Candidates, cancellationToken, community, since, lately)).DistinctBy(candidate => candidate.Member)];

    /// <summary>The author of a post that moderators called promotion; null for none.</summary>
    public async Task<NoteCandidate?> FindAsync(long post, CancellationToken cancellationToken) => (await AuthorsAsync(Candidate, cancellationToken, post)) is [var one] ? one : null;

    /// <summary>Questions of other members since a moment that nobody seems to have answered, the newest first.</summary>
    public Task<IReadOnlyList<OpenQuestion>> QuestionsAsync(long community, long member, long since, long now, CancellationToken cancellationToken) =>
        QuestionsAsync(Questions, cancellationToken, community, since, now, member);

    /// <summary>The questions that a note speaks of.</summary>
    /// <returns>And how many there were.</returns>
    public async Task<(IReadOnlyList<OpenQuestion> Questions, long Before)> OfEntryAsync(long entry, CancellationToken cancellationToken) =>
        (await QuestionsAsync(OfEntry, cancellationToken, entry), await session.NumberAsync(Posts, cancellationToken, entry) ?? 0);

    private async Task<IReadOnlyList<NoteCandidate>> AuthorsAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<NoteCandidate> candidates = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            var community = new CommunityId((Platform)reader.GetInt32(6), reader.GetString(7));
            candidates.Add(new NoteCandidate(reader.GetInt64(0), reader.GetInt64(1), new MemberId(community, reader.GetString(2)))
            {
                Channel = reader.GetInt64(3),
                ChannelName = reader.GetString(4),
                Text = reader.IsDBNull(5) ? null : reader.GetString(5),
            });
        }

        return candidates;
    }

    private async Task<IReadOnlyList<OpenQuestion>> QuestionsAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<OpenQuestion> questions = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            questions.Add(new OpenQuestion(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2))
            {
                Channel = reader.GetInt64(3),
                ChannelName = reader.GetString(4),
                Place = new MessagePlace(
                    new ChannelId(new CommunityId((Platform)reader.GetInt32(6), reader.GetString(7)), reader.GetString(5)),
                    reader.IsDBNull(8) ? null : new MessageId(reader.GetInt64(8)),
                    new MessageId(reader.GetInt64(9), reader.IsDBNull(10) ? null : reader.GetString(10))),
                Text = reader.IsDBNull(11) ? string.Empty : reader.GetString(11),
            });
        }

        return questions;
    }
}
