using System.Data.Common;

namespace EngageBot.Database;

/// <summary>A connection with the statements that were prepared on it, each once.</summary>
internal sealed class Statements(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<HotSql, DbCommand> _commands = [];
    private readonly HashSet<DbCommand> _unprepared = [];

    public DbConnection Connection => connection;

    public bool IsSqlite { get; } = SqlDialect.IsSqlite(connection);

    /// <summary>A statement with its values, in a transaction of this connection or in none.</summary>
    public DbCommand Bind(HotSql sql, ReadOnlySpan<object?> values, DbTransaction? transaction)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands.Add(sql, command = Of(sql, connection));
            if (!IsSqlite)
            {
                _unprepared.Add(command); // SQLite keeps what it read by itself.
            }
        }

        for (var place = 0; place < values.Length; place++)
        {
            command.Parameters[place].Value = values[place] ?? DBNull.Value;
        }

        command.Transaction = transaction;
        return command;
    }

    /// <summary>To be called before a statement is run, when the connection is free for it.</summary>
    public async ValueTask PrepareAsync(DbCommand command, CancellationToken cancellationToken)
    {
        if (_unprepared.Remove(command))
        {
            await command.PrepareAsync(cancellationToken);
        }
    }

    public static DbCommand Of(HotSql sql, DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql.Text;
        foreach (var (name, type) in sql.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name; // With its sign: SQLite would look it up under every sign it knows.
            parameter.DbType = type;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }
}
