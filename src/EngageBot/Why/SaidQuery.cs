using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Why;

/// <summary>Reads what the bot said, with its reasons.</summary>
internal sealed class SaidQuery(WriteSession session)
{
    /// <summary>Of the last messages to a member; more would be too long for one message.</summary>
    private const int MostLast = 4;

    private const string Columns =
        """
        SELECT o.id, o.kind, o.state, COALESCE(o.sent_at, o.planned_at), c.platform_id, c.name, o.outcome, o.member, n.topics, n.answer, k.platform, k.platform_id, o.post
        FROM outbox o
        JOIN channels c ON c.id = o.channel
        JOIN communities k ON k.id = o.community
        LEFT JOIN members w ON w.id = o.member
        LEFT JOIN nudges n ON n.post = o.post AND n.member = o.member AND n.step = 1
        """;

    private static readonly HotSql Last = new(
        $"""
        {Columns}
        WHERE k.platform = @platform AND k.platform_id = @community AND w.platform_id = @member AND o.sent_at IS NOT NULL
        ORDER BY o.id DESC LIMIT {MostLast}
        """,
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("member", DbType.String));

    // What is said in a place that was opened for some stands there, and is kept under the channel near which that is.
    private static readonly HotSql OnMessage = new(
        $"""
        {Columns}
        WHERE o.message = @number AND k.platform = @platform
            AND (w.platform_id = @member OR (o.member IS NULL AND k.platform_id = @community AND (c.platform_id = @channel OR o.message_channel = @channel)))
        LIMIT 1
        """,
        ("number", DbType.Int64),
        ("platform", DbType.Int32),
        ("member", DbType.String),
        ("community", DbType.String),
        ("channel", DbType.String));

    private static readonly HotSql Log = new(
        $"""
        {Columns}
        WHERE o.community = @community AND o.planned_at <= @until AND (@about IS NULL OR o.member = @about)
        ORDER BY o.planned_at DESC, o.id DESC LIMIT @most OFFSET @skip
        """,
        ("community", DbType.Int64),
        ("until", DbType.Int64),
        ("about", DbType.Int64),
        ("most", DbType.Int64),
        ("skip", DbType.Int64));

    private static readonly HotSql Member = new(
        "SELECT m.id FROM members m JOIN communities k ON k.id = m.community WHERE k.platform = @platform AND k.platform_id = @community AND m.platform_id = @member",
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("member", DbType.String));

    /// <summary>The last messages to a member, the newest first.</summary>
    public async Task<IReadOnlyList<Said>> LastToAsync(Asker asker, CancellationToken cancellationToken) =>
        await ReadAsync(await session.ReadAsync(Last, cancellationToken, (int)asker.Community.Platform, asker.Community.Value, asker.Member.Value), cancellationToken);

    /// <summary>One message: to a member, or in a channel where he stands before it; null where it is none of these.</summary>
    public async Task<Said?> OnMessageAsync(Asker asker, MessagePlace place, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(
            OnMessage, cancellationToken, place.Id.Number, (int)asker.Community.Platform, asker.Member.Value, asker.Community.Value, place.Channel.Value);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    /// <summary>What was said in a community until a moment, the newest first.</summary>
    /// <param name="about">To whom; null for all.</param>
    public async Task<IReadOnlyList<Said>> LogAsync(long community, long until, long? about, int most, long skip, CancellationToken cancellationToken) =>
        await ReadAsync(await session.ReadAsync(Log, cancellationToken, community, until, about, (long)most, skip), cancellationToken);

    /// <summary>The key of a member; null where nothing is known of him.</summary>
    public async Task<long?> MemberAsync(MemberId member, CancellationToken cancellationToken) =>
        await session.NumberAsync(Member, cancellationToken, (int)member.Community.Platform, member.Community.Value, member.Value);

    private static async Task<IReadOnlyList<Said>> ReadAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        await using (reader)
        {
            List<Said> said = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                said.Add(Read(reader));
            }

            return said;
        }
    }

    private static Said Read(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Kind = (OutboxKind)reader.GetInt32(1),
        State = (OutboxState)reader.GetInt32(2),
        At = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
        Channel = new ChannelId(new CommunityId((Platform)reader.GetInt32(10), reader.GetString(11)), reader.GetString(4)),
        ChannelName = reader.GetString(5),
        Post = reader.IsDBNull(12) ? null : reader.GetInt64(12),
        Outcome = reader.IsDBNull(6) ? null : reader.GetString(6),
        IsPrivate = !reader.IsDBNull(7),
        Topics = reader.IsDBNull(8) ? null : reader.GetString(8),
        Answer = reader.IsDBNull(9) ? null : (AskAnswer)reader.GetInt32(9),
    };
}
