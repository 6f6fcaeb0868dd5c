using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Unanswered.Chosen;

/// <summary>Asks the store for the post that a message belongs to: itself, or the one that its author continues with it.</summary>
internal sealed class ChosenPostQuery(WriteSession session)
{
    private const string Columns =
        """
        m.id, m.channel, m.author, m.at, c.community, c.platform_id, c.name, c.visibility, w.platform_id, m.text, m.traits,
            CASE WHEN k.live_since IS NULL THEN 0 ELSE 1 END
        """;

    private const string Joins =
        """
        JOIN channels c ON c.id = m.channel
        JOIN communities k ON k.id = c.community
        JOIN members w ON w.id = m.author
        """;

    /// <summary>Follows an author's own lines back to where he began.</summary>
    private static readonly HotSql OfMessage = new(
        $"""
        WITH RECURSIVE up(id, author, depth) AS (
            SELECT m.id, m.author, 0
            FROM communities k
            CROSS JOIN channels c
            CROSS JOIN messages m
            WHERE k.platform = @platform AND k.platform_id = @community AND c.community = k.id AND c.platform_id = @channel
                AND m.channel = c.id AND m.number = @number AND m.deleted_at IS NULL
            UNION ALL
            SELECT p.id, p.author, up.depth + 1
            FROM up
            CROSS JOIN counting_links l
            CROSS JOIN messages p
            WHERE l.message = up.id AND l.parent <> up.id AND p.id = l.parent AND p.author = up.author AND p.deleted_at IS NULL AND up.depth < 100
        )
        SELECT {Columns} FROM up CROSS JOIN messages m {Joins} WHERE m.id = up.id ORDER BY up.depth DESC LIMIT 1
        """,
        ("number", DbType.Int64),
        ("channel", DbType.String),
        ("platform", DbType.Int32),
        ("community", DbType.String));

    private static readonly HotSql OfKey = new(
        $"SELECT {Columns} FROM messages m {Joins} WHERE m.id = @post AND k.platform = @platform AND k.platform_id = @community AND m.deleted_at IS NULL",
        ("post", DbType.Int64),
        ("platform", DbType.Int32),
        ("community", DbType.String));

    /// <summary>Null where the message is not known, or its author is left out.</summary>
    public async Task<ChosenPost?> FindAsync(MessagePlace place, CancellationToken cancellationToken) => await ReadAsync(
        await session.ReadAsync(OfMessage, cancellationToken, place.Id.Number, place.Channel.Value, (int)place.Channel.Community.Platform, place.Channel.Community.Value),
        place.Channel.Community,
        cancellationToken);

    /// <summary>A post of a community by its key; null where it is none.</summary>
    public async Task<ChosenPost?> FindAsync(long post, CommunityId community, CancellationToken cancellationToken) =>
        await ReadAsync(await session.ReadAsync(OfKey, cancellationToken, post, (int)community.Platform, community.Value), community, cancellationToken);

    private static async Task<ChosenPost?> ReadAsync(DbDataReader reader, CommunityId community, CancellationToken cancellationToken)
    {
        await using (reader)
        {
            return !await reader.ReadAsync(cancellationToken) ? null : new ChosenPost
            {
                Post = new WaitingPost(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)),
                Community = reader.GetInt64(4),
                Channel = new ChannelId(community, reader.GetString(5)),
                ChannelName = reader.GetString(6),
                IsForEveryone = reader.GetInt32(7) == (int)ChannelVisibility.Everyone,
                Author = new MemberId(community, reader.GetString(8)),
                Text = reader.IsDBNull(9) ? null : reader.GetString(9),
                Traits = (MessageTraits)reader.GetInt32(10),
                IsLive = reader.GetInt32(11) == 1,
            };
        }
    }
}
