using System.Data.Common;
using Dapper;
using EngageBot.Chat;

namespace EngageBot.Communities;

/// <summary>What the channels of a community are called, for commands.</summary>
internal sealed class ChannelNames(DbDataSource database)
{
    /// <summary>The names by the platform's ids.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(CommunityId community, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Id, string Name)>(new CommandDefinition(
            """
            SELECT c.platform_id, c.name FROM channels c JOIN communities k ON k.id = c.community
            WHERE k.platform = @platform AND k.platform_id = @id
            """,
            new { platform = (int)community.Platform, id = community.Value },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id, row => row.Name);
    }
}
