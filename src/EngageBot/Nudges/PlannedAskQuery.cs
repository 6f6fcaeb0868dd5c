using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Asks the store whom the bot asked, or is to ask, and notes what came of it.</summary>
internal sealed class PlannedAskQuery(WriteSession session)
{
    private const string Columns =
        """
        SELECT n.post, m.channel, c.name, c.visibility, m.text, m.at, n.member, w.platform_id, n.topics, n.reason, n.planned_at, n.answer, n.replied_at, n.thanked_at,
            c.platform_id, k.platform, k.platform_id, m.thread, m.number, m.spelled,
            o.id, o.state, o.text, o.buttons, o.sent_at, o.unwanted_at
        FROM nudges n
        JOIN communities k ON k.id = n.community
        JOIN messages m ON m.id = n.post
        JOIN channels c ON c.id = m.channel
        JOIN members w ON w.id = n.member
        """;

    private static readonly HotSql Said = new(
        $"""
        {Columns}
        JOIN outbox o ON o.member = n.member AND o.post = n.post AND o.kind = {OutboxKind.Ask:D}
        WHERE n.community = @community AND n.planned_at >= @since AND n.step = {(int)NudgeStep.Ask:D}
        ORDER BY n.planned_at DESC, n.post, n.place LIMIT 1000
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql Unsaid = new(
        $"""
        {Columns}
        LEFT JOIN outbox o ON o.member = n.member AND o.post = n.post AND o.kind = {OutboxKind.Ask:D}
        WHERE n.community = @community AND n.planned_at >= @since AND n.step = {(int)NudgeStep.Ask:D} AND o.id IS NULL
        ORDER BY n.planned_at, n.post, n.place LIMIT 100
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    private const string HisReplies =
        $"""
        WITH RECURSIVE chain(post, author, message) AS (
            SELECT p.id, p.author, p.id FROM messages p WHERE p.id = @post
            UNION
            {PostSql.Chain}
        ),
        replies(id, at) AS (SELECT m.id, m.at FROM {PostSql.Replies} AND m.author = @member)
        """;

    private static readonly HotSql Replied = new(
        $"{HisReplies} SELECT MIN(at) FROM replies",
        ("post", DbType.Int64),
        ("member", DbType.Int64),
        ("now", DbType.Int64));

    // The sign before member keeps SQLite from making an index of all reactions that there are, each time.
    private static readonly HotSql Thanked = new(
        $"""
        {HisReplies}
        SELECT MIN(taken.at) FROM (
            SELECT a.at AS at FROM replies r
            JOIN counting_links l ON l.parent = r.id
            JOIN messages a ON a.id = l.message AND a.id <> r.id AND a.deleted_at IS NULL
            JOIN messages p ON p.id = @post AND a.author = p.author
            UNION ALL
            SELECT e.at AS at FROM replies r
            JOIN messages p ON p.id = @post
            JOIN reactions e ON e.message = r.id AND +e.member = p.author) taken
        """,
        ("post", DbType.Int64),
        ("member", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql PutOutcome = new(
        $"UPDATE nudges SET replied_at = @replied, thanked_at = @thanked WHERE post = @post AND member = @member AND step = {(int)NudgeStep.Ask:D}",
        ("replied", DbType.Int64),
        ("thanked", DbType.Int64),
        ("post", DbType.Int64),
        ("member", DbType.Int64));

    /// <summary>Asks planned since a moment that stand in the outbox, the newest first: where there are very many, the oldest are left to themselves.</summary>
    public Task<IReadOnlyList<PlannedAsk>> SaidAsync(long community, long since, CancellationToken cancellationToken) => ReadAsync(Said, community, since, cancellationToken);

    /// <summary>Those that do not yet, the oldest first.</summary>
    public Task<IReadOnlyList<PlannedAsk>> UnsaidAsync(long community, long since, CancellationToken cancellationToken) => ReadAsync(Unsaid, community, since, cancellationToken);

    private async Task<IReadOnlyList<PlannedAsk>> ReadAsync(HotSql sql, long community, long since, CancellationToken cancellationToken)
    {
        List<PlannedAsk> asks = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, community, since);
        while (await reader.ReadAsync(cancellationToken))
        {
            asks.Add(Read(reader));
        }

        return asks;
    }

    /// <summary>Notes whether the one who was asked replied, and whether the author took that up; the ask as it is then.</summary>
    public async Task<PlannedAsk> WithOutcomeAsync(PlannedAsk ask, long now, CancellationToken cancellationToken)
    {
        if (ask.ThankedAt is not null)
        {
            return ask;
        }

        var replied = ask.RepliedAt ?? await session.NumberAsync(Replied, cancellationToken, ask.Post, ask.Member, now);
        var thanked = replied is null ? null : await session.NumberAsync(Thanked, cancellationToken, ask.Post, ask.Member, now);
        if (replied != ask.RepliedAt || thanked is not null)
        {
            await session.ExecuteAsync(PutOutcome, cancellationToken, replied, thanked, ask.Post, ask.Member);
        }

        return ask with { RepliedAt = replied, ThankedAt = thanked };
    }

    private static PlannedAsk Read(DbDataReader reader)
    {
        var community = new CommunityId((Platform)reader.GetInt32(15), reader.GetString(16));
        var id = new MessageId(reader.GetInt64(18), Text(reader, 19));
        return new PlannedAsk
        {
            Post = reader.GetInt64(0),
            Place = new MessagePlace(new ChannelId(community, reader.GetString(14)), Number(reader, 17) is { } thread ? new MessageId(thread) : null, id),
            Channel = reader.GetInt64(1),
            ChannelName = reader.GetString(2),
            IsForEveryone = reader.GetInt32(3) == (int)ChannelVisibility.Everyone,
            PostText = Text(reader, 4),
            PostedAt = reader.GetInt64(5),
            Member = reader.GetInt64(6),
            MemberId = new MemberId(community, reader.GetString(7)),
            Topics = Text(reader, 8),
            Reason = reader.GetString(9),
            PlannedAt = reader.GetInt64(10),
            Answer = (AskAnswer?)(int?)Number(reader, 11),
            RepliedAt = Number(reader, 12),
            ThankedAt = Number(reader, 13),
            Said = reader.IsDBNull(20) ? null : new SaidAsk(
                reader.GetInt64(20), (OutboxState)reader.GetInt32(21), reader.GetString(22), !reader.IsDBNull(23), !reader.IsDBNull(24), !reader.IsDBNull(25)),
        };
    }

    private static long? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
