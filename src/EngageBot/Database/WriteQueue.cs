using System.Data.Common;

namespace EngageBot.Database;

/// <summary>
/// What a transaction writes and nobody waits for: over a network each statement would cost a way there and back, and together they cost one. Kept in the order in which they came; the
/// statements are prepared once for a connection.
/// </summary>
internal sealed class WriteQueue(DbConnection connection) : IAsyncDisposable
{
    /// <summary>More are not kept in memory.</summary>
    private const int Most = 500;

    private readonly Dictionary<HotSql, Stack<DbBatchCommand>> _free = [];
    private readonly List<(HotSql Sql, DbBatchCommand Command)> _waiting = new(Most);
    private readonly DbBatch _batch = connection.CreateBatch();

    public bool IsEmpty => _waiting.Count == 0;

    public bool IsFull => _waiting.Count >= Most;

    /// <param name="values">One for each parameter of the statement, in their order.</param>
    public void Add(HotSql sql, ReadOnlySpan<object?> values)
    {
        var command = _free.TryGetValue(sql, out var free) && free.TryPop(out var used) ? used : CommandOf(sql);
        for (var place = 0; place < values.Length; place++)
        {
            command.Parameters[place].Value = values[place] ?? DBNull.Value;
        }

        _waiting.Add((sql, command));
        _batch.BatchCommands.Add(command);
    }

    /// <summary>Writes all that waits. A fault may be that of any of them: what is to be done about it is the same, as the transaction is lost.</summary>
    public async Task SendAsync(DbTransaction? transaction, CancellationToken cancellationToken)
    {
        _batch.Transaction = transaction;
        await _batch.PrepareAsync(cancellationToken);
        await _batch.ExecuteNonQueryAsync(cancellationToken);
        _batch.BatchCommands.Clear();
        foreach (var (sql, command) in _waiting)
        {
            if (!_free.TryGetValue(sql, out var free))
            {
                _free.Add(sql, free = []);
            }

            free.Push(command);
        }

        _waiting.Clear();
    }

    public ValueTask DisposeAsync() => _batch.DisposeAsync();

    private DbBatchCommand CommandOf(HotSql sql)
    {
        var command = _batch.CreateBatchCommand();
        command.CommandText = sql.Positional;
        foreach (var (_, type) in sql.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.DbType = type;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
