using System.Data.Common;
using Dapper;
using EngageBot.Chat;

namespace EngageBot.Pipeline;

/// <summary>How busy channels are, so that what was missed is read up where most is said first.</summary>
public static class ChannelTraffic
{
    /// <summary>Messages stored since a moment, by channel; those without any are left out.</summary>
    public static async Task<IReadOnlyDictionary<ChannelId, long>> SinceAsync(
        DbDataSource database, Platform platform, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Community, string Channel, long Messages)>(new CommandDefinition(
            """
            SELECT k.platform_id, c.platform_id, COUNT(*)
            FROM communities k JOIN channels c ON c.community = k.id JOIN messages m ON m.channel = c.id AND m.at >= @since
            WHERE k.platform = @platform
            GROUP BY k.platform_id, c.platform_id
            """,
            new { platform = (int)platform, since = since.ToUnixTimeMilliseconds() },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => new ChannelId(new CommunityId(platform, row.Community), row.Channel), row => row.Messages);
    }
}
