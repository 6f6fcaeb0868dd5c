using System.Data;
using System.Data.Common;
using Dapper;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Communities;

/// <summary>The key in the store of a community that a platform names: null for one that is not known.</summary>
internal static class CommunityKey
{
    private const string Sql = "SELECT id FROM communities WHERE platform = @platform AND platform_id = @platform_id";

    private static readonly HotSql Find = new(Sql, ("platform", DbType.Int32), ("platform_id", DbType.String));

    public static ValueTask<long?> OfAsync(WriteSession session, CommunityId community, CancellationToken cancellationToken) =>
        session.NumberAsync(Find, cancellationToken, (int)community.Platform, community.Value);

    public static Task<long?> OfAsync(DbConnection connection, CommunityId community, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long?>(new CommandDefinition(Sql, new { platform = (int)community.Platform, platform_id = community.Value }, cancellationToken: cancellationToken));
}
