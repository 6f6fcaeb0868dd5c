using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Nudges.Inbox;

/// <summary>Asks the store which posts may wait for somebody.</summary>
internal sealed class InboxQuery(WriteSession session)
{
    /// <summary>So many are looked at, the newest.</summary>
    private const int Most = 200;

    private static readonly HotSql Community = new(
        "SELECT id FROM communities WHERE platform = @platform AND platform_id = @platform_id",
        ("platform", DbType.Int32),
        ("platform_id", DbType.String));

    private static readonly HotSql Member = new(
        "SELECT id FROM members WHERE community = @community AND platform_id = @member",
        ("community", DbType.Int64),
        ("member", DbType.String));

    // Most that were answered fall out here already, without a look at each.
    private static readonly HotSql Waiting = new(
        $"""
        SELECT m.id, m.channel, m.author, m.at, m.kind, c.platform_id, c.name, c.visibility, m.thread, m.number, m.spelled, m.text
        FROM channels c
        JOIN messages m ON m.channel = c.id AND m.at >= @since AND m.at <= @now
        WHERE c.community = @community AND m.author <> @member AND {PostSql.KindToAll} IN ({PostSql.InvitingKinds}) AND {PostSql.IsPost}
            AND NOT EXISTS (
                SELECT 1 FROM counting_links l JOIN messages a ON a.id = l.message
                WHERE l.parent = m.id AND a.id <> m.id AND (a.author IS NULL OR a.author <> m.author) AND (a.traits & {PostSql.NotByPerson}) = 0 AND a.deleted_at IS NULL)
        ORDER BY m.at DESC, m.id DESC LIMIT {Most}
        """,
        ("community", DbType.Int64),
        ("member", DbType.Int64),
        ("since", DbType.Int64),
        ("now", DbType.Int64));

    /// <summary>The key of a community; null for one that is not known.</summary>
    public ValueTask<long?> CommunityAsync(CommunityId id, CancellationToken cancellationToken) => session.NumberAsync(Community, cancellationToken, (int)id.Platform, id.Value);

    /// <summary>The key of a member; 0 for one of whom nothing is known.</summary>
    public async ValueTask<long> MemberAsync(long community, MemberId id, CancellationToken cancellationToken) =>
        await session.NumberAsync(Member, cancellationToken, community, id.Value) ?? 0;

    /// <summary>Posts of others, written since a moment, that nobody has replied to.</summary>
    public async Task<IReadOnlyList<InboxPost>> WaitingAsync(CommunityId id, long community, long member, long since, long now, CancellationToken cancellationToken)
    {
        List<InboxPost> posts = [];
        await using var reader = await session.ReadAsync(Waiting, cancellationToken, community, member, since, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            posts.Add(Read(reader, id));
        }

        return posts;
    }

    private static InboxPost Read(DbDataReader reader, CommunityId community) => new()
    {
        Post = new WaitingPost(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)),
        Kind = (PostKind)reader.GetInt32(4),
        Place = new MessagePlace(
            new ChannelId(community, reader.GetString(5)),
            reader.IsDBNull(8) ? null : new MessageId(reader.GetInt64(8)),
            new MessageId(reader.GetInt64(9), reader.IsDBNull(10) ? null : reader.GetString(10))),
        ChannelName = reader.GetString(6),
        IsForEveryone = reader.GetInt32(7) == (int)ChannelVisibility.Everyone,
        Text = reader.IsDBNull(11) ? null : reader.GetString(11),
    };
}
