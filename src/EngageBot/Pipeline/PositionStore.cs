using System.Data;
using System.Data.Common;
using Dapper;
using EngageBot.Database;

namespace EngageBot.Pipeline;

/// <summary>How far each source of events has been committed.</summary>
public sealed class PositionStore
{
    private static readonly HotSql Put = new(
        "INSERT INTO positions (source, value) VALUES (@source, @value) ON CONFLICT (source) DO UPDATE SET value = excluded.value",
        ("source", DbType.String),
        ("value", DbType.String));

    private readonly WriteSession _session;

    internal PositionStore(WriteSession session) => _session = session;

    /// <summary>Where a source goes on when the program starts; null where it has never been read.</summary>
    public static async Task<string?> FindAsync(DbDataSource database, string source, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<string?>(
            new CommandDefinition("SELECT value FROM positions WHERE source = @source", new { source }, cancellationToken: cancellationToken));
    }

    internal async ValueTask PutAsync(SourcePosition position, CancellationToken cancellationToken) =>
        await _session.WriteAsync(Put, cancellationToken, position.Source, position.Value);
}
