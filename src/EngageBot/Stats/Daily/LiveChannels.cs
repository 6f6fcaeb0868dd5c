using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Stats.Daily;

/// <summary>Which channels figures may be made of, and since when they are known.</summary>
internal sealed class LiveChannels(WriteSession session)
{
    private static readonly HotSql FindCommunity = new(
        "SELECT id FROM communities WHERE platform = @platform AND platform_id = @platform_id",
        ("platform", DbType.Int32),
        ("platform_id", DbType.String));

    private static readonly HotSql All = new(
        """
        SELECT c.id, c.platform_id, c.visibility, c.archived_at, (SELECT MIN(m.at) FROM messages m WHERE m.channel = c.id)
        FROM channels c WHERE c.community = @community ORDER BY c.id
        """,
        ("community", DbType.Int64));

    public ValueTask<long?> CommunityAsync(CommunityId id, CancellationToken cancellationToken) => session.NumberAsync(FindCommunity, cancellationToken, (int)id.Platform, id.Value);

    /// <summary>Those in which somebody wrote.</summary>
    /// <param name="only">This one; null for all that everybody can read.</param>
    public async Task<IReadOnlyList<LiveChannel>> OfAsync(long community, ChannelId? only, CancellationToken cancellationToken)
    {
        List<LiveChannel> channels = [];
        await using var reader = await session.ReadAsync(All, cancellationToken, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            var isMeant = only is { } one ? reader.GetString(1) == one.Value : (ChannelVisibility)reader.GetInt32(2) == ChannelVisibility.Everyone;
            if (isMeant && !reader.IsDBNull(4))
            {
                channels.Add(new LiveChannel(reader.GetInt64(0), reader.GetInt64(4), reader.IsDBNull(3) ? null : reader.GetInt64(3)));
            }
        }

        return channels;
    }
}
