using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Turns;

/// <summary>Asks the store under whose posts somebody may wait for the author.</summary>
internal sealed class TurnQuery(WriteSession session)
{
    /// <summary>Replies that are looked at together; the rest comes with the next look.</summary>
    public const int AtOnce = 500;

    private const int MostReplies = 50;

    private static readonly string Reminder = $"FROM outbox_posts a JOIN outbox o ON o.id = a.entry WHERE o.kind = {OutboxKind.YourTurn:D}";

    private const string Chain =
        $"""
        WITH RECURSIVE chain(post, author, message) AS (
            SELECT p.id, p.author, p.id FROM messages p WHERE p.id = @post
            UNION
            {PostSql.Chain}
        )
        """;

    // Conversations that begin with nothing to answer are left alone: off-topic chat builds the network.
    private static readonly HotSql Replied = new(
        $"""
        WITH RECURSIVE up(author, line, at) AS (
            SELECT m.author, m.id, r.at
            FROM channels c
            CROSS JOIN messages r
            CROSS JOIN counting_links l
            CROSS JOIN messages m
            WHERE c.community = @community AND r.channel = c.id AND r.at >= @since AND r.at <= @until
                AND (r.traits & {PostSql.NotByPerson}) = 0 AND r.author IS NOT NULL AND r.deleted_at IS NULL
                AND l.message = r.id AND m.id = l.parent AND m.author <> r.author
            UNION
            SELECT up.author, p.id, up.at
            FROM up
            CROSS JOIN counting_links l
            CROSS JOIN messages p
            WHERE l.message = up.line AND p.id = l.parent AND p.author = up.author AND p.id <> up.line
        )
        SELECT m.id, m.author, up.at
        FROM up
        CROSS JOIN messages m
        WHERE m.id = up.line AND {PostSql.IsPost} AND {PostSql.KindToAll} BETWEEN {PostKind.Question:D} AND {PostKind.Invitation:D}
            AND NOT EXISTS (SELECT 1 {Reminder} AND a.post = m.id)
        ORDER BY up.at, m.id LIMIT {AtOnce}
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("until", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql Reminded = new($"SELECT 1 {Reminder} AND a.post = @post LIMIT 1", ("post", DbType.Int64));

    private static readonly HotSql Post = new(
        $"""
        SELECT m.author, w.platform_id, m.channel, c.name, c.visibility, m.text, c.platform_id, k.platform, k.platform_id, m.thread, m.number, m.spelled
        FROM messages m
        JOIN channels c ON c.id = m.channel
        JOIN communities k ON k.id = c.community
        JOIN members w ON w.id = m.author
        WHERE m.id = @post AND {PostSql.IsPost}
        """,
        ("post", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql Replies = new(
        $"""
        {Chain}
        SELECT m.id, m.at, m.kind, m.text, m.thread, m.number, m.spelled,
            CASE WHEN EXISTS (SELECT 1 FROM reactions e WHERE e.message = m.id AND e.member = chain.author) THEN 1 ELSE 0 END
        FROM {PostSql.Replies} AND m.author IS NOT NULL
        ORDER BY m.at, m.id LIMIT {MostReplies}
        """,
        ("post", DbType.Int64),
        ("now", DbType.Int64));

    // His line in the thread of the post, or where the replies stand in the channel one there that begins nothing new; his answer to a reply; his emoji under the post.
    private static readonly HotSql LastTurn = new(
        $"""
        {Chain},
        replies(author, id) AS (SELECT chain.author, m.id FROM {PostSql.Replies})
        SELECT MAX(taken.at) FROM (
            SELECT m.at AS at
            FROM messages p
            CROSS JOIN messages m
            WHERE p.id = @post AND m.author = p.author AND m.at > p.at AND m.at <= @now AND m.channel = p.channel AND m.id <> p.id
                AND (m.thread = p.number OR (@in_channel = 1 AND (m.thread IS NULL OR m.thread = m.number)
                    AND (m.kind = {PostKind.Chat:D} OR EXISTS (SELECT 1 FROM counting_links l WHERE l.message = m.id AND l.parent <> m.id))))
            UNION ALL
            SELECT a.at AS at
            FROM replies r
            CROSS JOIN counting_links l
            CROSS JOIN messages a
            WHERE l.parent = r.id AND a.id = l.message AND a.author = r.author AND a.at <= @now
            UNION ALL
            SELECT e.at AS at FROM messages p JOIN reactions e ON e.message = p.id AND e.member = p.author WHERE p.id = @post AND e.at <= @now) taken
        """,
        ("post", DbType.Int64),
        ("now", DbType.Int64),
        ("in_channel", DbType.Int32));

    private static readonly HotSql LastSeen = new(
        "SELECT MAX(at) FROM messages WHERE author = @author AND at <= @now",
        ("author", DbType.Int64),
        ("now", DbType.Int64));

    /// <summary>The statements, for those who look at their plans.</summary>
    internal static IReadOnlyList<HotSql> Statements => [Replied, Reminded, Post, Replies, LastTurn, LastSeen];

    /// <summary>Posts with a reply of a span of time of whom nobody reminded their authors, in the order of the replies.</summary>
    public async Task<IReadOnlyList<RepliedPost>> RepliedAsync(long community, long since, long until, long now, CancellationToken cancellationToken)
    {
        List<RepliedPost> posts = [];
        await using var reader = await session.ReadAsync(Replied, cancellationToken, community, since, until, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            posts.Add(new RepliedPost(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)));
        }

        return posts;
    }

    /// <summary>Whether its author was reminded of a post, or is to be.</summary>
    public async ValueTask<bool> IsRemindedAsync(long post, CancellationToken cancellationToken) => await session.NumberAsync(Reminded, cancellationToken, post) is not null;

    /// <summary>When somebody last wrote, unix milliseconds; null for never.</summary>
    public ValueTask<long?> LastSeenAsync(long author, long now, CancellationToken cancellationToken) => session.NumberAsync(LastSeen, cancellationToken, author, now);

    /// <summary>A post and the conversation under it; null for what is no post, or not any more.</summary>
    public async Task<TurnPost?> FindAsync(long post, long now, CancellationToken cancellationToken)
    {
        if (await PostAsync(post, now, cancellationToken) is not { } found)
        {
            return null;
        }

        var replies = await RepliesAsync(post, found.Place.Channel, now, cancellationToken);
        var inChannel = replies.Any(reply => reply.Place.Thread is null) ? 1 : 0;
        return found with
        {
            Facts = new TurnFacts
            {
                Replies = replies,
                LastTurnAt = await session.NumberAsync(LastTurn, cancellationToken, post, now, inChannel),
                LastSeenAt = await LastSeenAsync(found.Author, now, cancellationToken),
            },
        };
    }

    private async Task<TurnPost?> PostAsync(long post, long now, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Post, cancellationToken, post, now);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var community = new CommunityId((Platform)reader.GetInt32(7), reader.GetString(8));
        return new TurnPost
        {
            Post = post,
            Author = reader.GetInt64(0),
            AuthorId = new MemberId(community, reader.GetString(1)),
            Channel = reader.GetInt64(2),
            ChannelName = reader.GetString(3),
            IsForEveryone = reader.GetInt32(4) == (int)ChannelVisibility.Everyone,
            Text = reader.IsDBNull(5) ? null : reader.GetString(5),
            Place = PlaceOf(new ChannelId(community, reader.GetString(6)), reader, 9),
        };
    }

    private async Task<IReadOnlyList<TurnReply>> RepliesAsync(long post, ChannelId channel, long now, CancellationToken cancellationToken)
    {
        List<TurnReply> replies = [];
        await using var reader = await session.ReadAsync(Replies, cancellationToken, post, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (kind, text) = ((PostKind)reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetString(3));
            replies.Add(new TurnReply(reader.GetInt64(0), PlaceOf(channel, reader, 4), reader.GetInt64(1))
            {
                Asks = kind is PostKind.Question or PostKind.HelpRequest or PostKind.FeedbackRequest,
                IsSubstantial = YourTurnPolicy.IsSubstantial(text),
                IsThanked = reader.GetInt32(7) == 1,
                IsTrouble = kind is PostKind.Crisis or PostKind.Quarrel or PostKind.Scam or PostKind.Complaint,
            });
        }

        return replies;
    }

    private static MessagePlace PlaceOf(ChannelId channel, DbDataReader reader, int column) => new(
        channel,
        reader.IsDBNull(column) ? null : new MessageId(reader.GetInt64(column)),
        new MessageId(reader.GetInt64(column + 1), reader.IsDBNull(column + 2) ? null : reader.GetString(column + 2)));
}
