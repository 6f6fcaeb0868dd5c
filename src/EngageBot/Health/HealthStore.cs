using System.Data.Common;
using Dapper;
using EngageBot.Chat;

namespace EngageBot.Health;

/// <summary>The table of conditions, for whoever writes and shows them.</summary>
public static class HealthStore
{
    /// <summary>What is wrong now, the newest last.</summary>
    public static async Task<IReadOnlyList<HealthCondition>> OpenAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long Platform, string Community, string Channel, string Code, string Sentence, long Since, string? Name)>(new CommandDefinition(
            """
            SELECT h.platform, h.community, h.channel, h.code, h.sentence, h.since, c.name
            FROM health h
            LEFT JOIN communities k ON k.platform = h.platform AND k.platform_id = h.community
            LEFT JOIN channels c ON c.community = k.id AND c.platform_id = h.channel
            WHERE h.solved_at IS NULL
            ORDER BY h.since, h.community, h.channel, h.code
            """,
            cancellationToken: cancellationToken));
        return
        [
            .. rows.Select(row => new HealthCondition(Key((Platform)row.Platform, row.Community, row.Channel, row.Code), row.Sentence, DateTimeOffset.FromUnixTimeMilliseconds(row.Since), SolvedAt: null)
            {
                ChannelName = row.Name,
            }),
        ];
    }

    internal static Task RaiseAsync(DbDataSource database, HealthKey key, string sentence, DateTimeOffset now, CancellationToken cancellationToken) => ExecuteAsync(
        database,
        """
        INSERT INTO health (platform, community, channel, code, sentence, since, solved_at) VALUES (@platform, @community, @channel, @code, @sentence, @now, NULL)
        ON CONFLICT (platform, community, channel, code) DO UPDATE SET
            sentence = excluded.sentence, since = CASE WHEN health.solved_at IS NULL THEN health.since ELSE excluded.since END, solved_at = NULL
        """,
        key,
        sentence,
        now,
        cancellationToken);

    internal static Task ClearAsync(DbDataSource database, HealthKey key, DateTimeOffset now, CancellationToken cancellationToken) => ExecuteAsync(
        database,
        """
        UPDATE health SET solved_at = @now
        WHERE platform = @platform AND community = @community AND channel = @channel AND code = @code AND solved_at IS NULL
        """,
        key,
        sentence: null,
        now,
        cancellationToken);

    private static async Task ExecuteAsync(DbDataSource database, string sql, HealthKey key, string? sentence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var values = new
        {
            platform = (int)key.Platform,
            community = key.Community?.Value ?? string.Empty,
            channel = key.Channel?.Value ?? string.Empty,
            code = key.Code,
            sentence,
            now = now.ToUnixTimeMilliseconds(),
        };
        await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }

    private static HealthKey Key(Platform platform, string community, string channel, string code)
    {
        CommunityId? where = community.Length == 0 ? null : new CommunityId(platform, community);
        return new HealthKey(platform, code) { Community = where, Channel = where is { } known && channel.Length > 0 ? new ChannelId(known, channel) : null };
    }
}
