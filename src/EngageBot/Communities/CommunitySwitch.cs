using System.Data.Common;
using Dapper;
using EngageBot.Chat;

namespace EngageBot.Communities;

/// <summary>Whether the bot speaks in a community or only observes. A new community is observed.</summary>
public sealed class CommunitySwitch(DbDataSource database)
{
    /// <summary>All communities, in the order in which they were met.</summary>
    public async Task<IReadOnlyList<CommunityState>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long Platform, string Id, long? LiveSince, long Channels)>(new CommandDefinition(
            """
            SELECT k.platform, k.platform_id, k.live_since, (SELECT COUNT(*) FROM channels c WHERE c.community = k.id)
            FROM communities k ORDER BY k.id
            """,
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => new CommunityState(
            new CommunityId((Platform)row.Platform, row.Id), row.LiveSince is { } since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null, row.Channels))];
    }

    /// <summary>From now on the bot speaks here; what was planned before is not said. Where it speaks already nothing changes.</summary>
    public Task GoLiveAsync(CommunityId community, DateTimeOffset now, CancellationToken cancellationToken) =>
        SetAsync("UPDATE communities SET live_since = COALESCE(live_since, @since) WHERE platform = @platform AND platform_id = @id", community, now.ToUnixTimeMilliseconds(), cancellationToken);

    /// <summary>From now on the bot says nothing here, and takes away what stands.</summary>
    public Task ObserveAsync(CommunityId community, CancellationToken cancellationToken) =>
        SetAsync("UPDATE communities SET live_since = NULL WHERE platform = @platform AND platform_id = @id", community, since: null, cancellationToken);

    private async Task SetAsync(string sql, CommunityId community, long? since, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, new { since, platform = (int)community.Platform, id = community.Value }, cancellationToken: cancellationToken));
    }
}
