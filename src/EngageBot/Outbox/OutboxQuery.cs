using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Outbox;

/// <summary>Reads what the bot says back from the store.</summary>
internal sealed class OutboxQuery(WriteSession session)
{
    /// <summary>Looked at in one go; the rest comes with the next.</summary>
    private const int AtOnce = 50;

    /// <summary>By these the author of a post sends away what the bot says under it.</summary>
    private static readonly HashSet<string> Unwelcoming = ["❌", "👎", "x", "-1", "thumbsdown", "thumbs_down"];

    private const string Columns =
        """
        o.id, o.community, o.kind, c.platform_id, k.platform, k.platform_id, o.post, p.thread, p.number, p.spelled, o.text, o.revision, o.state,
        o.expires_at, o.claimed_at, o.unwanted_at, o.attempts, o.message, o.message_spelled, q.platform_id, o.channel,
        o.member, w.platform_id, o.buttons, o.message_channel, o.subject, o.picture, o.picture_alt, o.meeting
        """;

    private const string From =
        """
        FROM outbox o
        JOIN channels c ON c.id = o.channel
        JOIN communities k ON k.id = o.community
        LEFT JOIN messages p ON p.id = o.post
        LEFT JOIN channels q ON q.id = p.channel
        LEFT JOIN members w ON w.id = o.member
        """;

    private const string IsOwn = "o.community IN (SELECT own.id FROM own_communities own)";

    private static readonly HotSql Due = new(
        $"SELECT {Columns} {From} WHERE {IsOwn} AND o.next_at IS NOT NULL AND o.next_at <= @now ORDER BY o.next_at, o.id LIMIT {AtOnce}",
        ("now", DbType.Int64));

    private static readonly HotSql NextDue = new($"SELECT o.next_at FROM outbox o WHERE o.next_at IS NOT NULL AND {IsOwn} ORDER BY o.next_at LIMIT 1");

    private static readonly HotSql Counts = new($"SELECT o.state, COUNT(*) FROM outbox o WHERE o.next_at IS NOT NULL AND {IsOwn} GROUP BY o.state");

    private static readonly HotSql StandingUnderPosts = new(
        $"""
        SELECT {Columns} {From}
        WHERE o.community = @community AND o.kind IN ({OutboxKind.Tag:D}, {OutboxKind.Reply:D}) AND o.member IS NULL AND o.unwanted_at IS NULL
            AND o.state IN ({OutboxState.Planned:D}, {OutboxState.Claimed:D}, {OutboxState.Sent:D}, {OutboxState.Uncertain:D})
            AND o.planned_at >= @since
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql LastBoard = new(
        $"SELECT {Columns}, o.next_at, o.ended_at, (SELECT a.is_said FROM approvals a WHERE a.entry = o.id) {From} WHERE o.community = @community AND o.kind = {OutboxKind.Board:D} ORDER BY o.id DESC LIMIT 1",
        ("community", DbType.Int64));

    private static readonly HotSql Posts = new(
        """
        SELECT c.platform_id, k.platform, k.platform_id, m.thread, m.number, m.spelled, m.id, c.visibility, c.name
        FROM outbox_posts a
        JOIN messages m ON m.id = a.post
        JOIN channels c ON c.id = m.channel
        JOIN communities k ON k.id = c.community
        WHERE a.entry = @entry ORDER BY a.place
        """,
        ("entry", DbType.Int64));

    private static readonly HotSql Reception = new(
        """
        SELECT CASE WHEN m.deleted_at IS NOT NULL THEN 1 ELSE 0 END, r.emoji
        FROM outbox o
        JOIN messages m ON m.channel = o.channel AND m.number = o.message
        LEFT JOIN messages p ON p.id = o.post
        LEFT JOIN reactions r ON r.message = m.id AND r.member = p.author
        WHERE o.id = @id
        """,
        ("id", DbType.Int64));

    /// <summary>The bot itself takes a tag off only where it is not wanted any more, which is known before.</summary>
    private static readonly HotSql TakenOff = new(
        """
        SELECT 1 FROM outbox o
        JOIN messages p ON p.id = o.post
        JOIN threads t ON t.channel = p.channel AND t.number = p.number AND t.is_waiting = 0 AND t.untagged_at >= o.sent_at
        WHERE o.id = @id AND o.unwanted_at IS NULL
        """,
        ("id", DbType.Int64));

    /// <summary>What there is something to do about, the longest due first.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> DueAsync(long now, CancellationToken cancellationToken) =>
        await ReadAsync(await session.ReadAsync(Due, cancellationToken, now), cancellationToken);

    public async Task<long?> NextDueAsync(CancellationToken cancellationToken) => await session.NumberAsync(NextDue, cancellationToken);

    /// <summary>How much there is still to be done about, now or later, by its state.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountsAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal) { ["planned"] = 0, ["uncertain"] = 0, ["sent"] = 0 };
        await using var reader = await session.ReadAsync(Counts, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            counts[((OutboxState)reader.GetInt32(0)).ToString().ToLowerInvariant()] = reader.GetInt64(1);
        }

        return counts;
    }

    /// <summary>Tags and replies that stand, or will, under posts of a community, and were planned since a moment.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> UnderPostsAsync(long community, long since, CancellationToken cancellationToken) =>
        await ReadAsync(await session.ReadAsync(StandingUnderPosts, cancellationToken, community, since), cancellationToken);

    /// <summary>A community's last waiting board.</summary>
    public async Task<StoredBoard?> LastBoardAsync(long community, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(LastBoard, cancellationToken, community);
        return !await reader.ReadAsync(cancellationToken) ? null : new StoredBoard(
            Entry(reader), IsAtRest: reader.IsDBNull(29), Number(reader, 30)) { IsDeclined = !reader.IsDBNull(31) && reader.GetInt32(31) == 0 };
    }

    /// <summary>How people took what was sent.</summary>
    public async Task<OutboxReception> ReceptionAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Kind == OutboxKind.Tag)
        {
            return await session.NumberAsync(TakenOff, cancellationToken, entry.Id) is null ? OutboxReception.Left : OutboxReception.TakenAway;
        }

        var reception = OutboxReception.Left;
        await using var reader = await session.ReadAsync(Reception, cancellationToken, entry.Id);
        while (await reader.ReadAsync(cancellationToken))
        {
            reception = reader.GetInt32(0) == 1 ? OutboxReception.TakenAway
                : !reader.IsDBNull(1) && Unwelcoming.Contains(EmojiName.Of(reader.GetString(1))) ? OutboxReception.Unwelcome
                : reception;
        }

        return reception;
    }

    /// <summary>The posts that something speaks of.</summary>
    public async Task<IReadOnlyList<SpokenOf>> PostsAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        List<SpokenOf> posts = [];
        await using var reader = await session.ReadAsync(Posts, cancellationToken, entry.Id);
        while (await reader.ReadAsync(cancellationToken))
        {
            var community = new CommunityId((Platform)reader.GetInt32(1), reader.GetString(2));
            var place = Place(new ChannelId(community, reader.GetString(0)), reader, 3);
            posts.Add(new SpokenOf(reader.GetInt64(6), place, reader.GetInt32(7) == (int)ChannelVisibility.Everyone) { ChannelName = reader.GetString(8) });
        }

        return posts;
    }

    private static async Task<IReadOnlyList<OutboxEntry>> ReadAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        await using (reader)
        {
            List<OutboxEntry> entries = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                entries.Add(Entry(reader));
            }

            return entries;
        }
    }

    private static OutboxEntry Entry(DbDataReader reader)
    {
        var community = new CommunityId((Platform)reader.GetInt32(4), reader.GetString(5));
        return new OutboxEntry
        {
            Id = reader.GetInt64(0),
            Community = reader.GetInt64(1),
            Kind = (OutboxKind)reader.GetInt32(2),
            Channel = new ChannelId(community, reader.GetString(3)),
            ChannelKey = reader.GetInt64(20),
            Post = Number(reader, 6),
            Member = reader.IsDBNull(22) ? null : new MemberId(community, reader.GetString(22)),
            MemberKey = Number(reader, 21),
            PostPlace = PostPlace(reader, community),
            Text = reader.GetString(10),
            Buttons = StoredButtons.Read(reader.IsDBNull(23) ? null : reader.GetString(23), reader.GetInt64(0)),
            Subject = Number(reader, 25),
            Picture = reader.IsDBNull(26) ? null : new Picture(reader.GetFieldValue<byte[]>(26), reader.IsDBNull(27) ? string.Empty : reader.GetString(27)),
            Opens = StoredMeeting.Read(reader.IsDBNull(28) ? null : reader.GetString(28), community),
            Conversation = reader.IsDBNull(24) ? null : new ChannelId(community, reader.GetString(24)),
            Revision = reader.GetInt32(11),
            State = (OutboxState)reader.GetInt32(12),
            ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(13)),
            ClaimedAt = Number(reader, 14) is { } claimed ? DateTimeOffset.FromUnixTimeMilliseconds(claimed) : null,
            IsUnwanted = !reader.IsDBNull(15),
            Attempts = reader.GetInt32(16),
            Message = Number(reader, 17) is { } number ? new MessageId(number, reader.IsDBNull(18) ? null : reader.GetString(18)) : null,
        };
    }

    private static MessagePlace? PostPlace(DbDataReader reader, CommunityId community) =>
        reader.IsDBNull(8) ? null : Place(new ChannelId(community, reader.GetString(19)), reader, 7);

    private static MessagePlace Place(ChannelId channel, DbDataReader reader, int column) => new(
        channel,
        Number(reader, column) is { } thread ? new MessageId(thread) : null,
        new MessageId(reader.GetInt64(column + 1), reader.IsDBNull(column + 2) ? null : reader.GetString(column + 2)));

    private static long? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
}
