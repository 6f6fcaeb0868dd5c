using System.Data.Common;

namespace EngageBot.Database;

/// <summary>
/// Statements that go to the database together: over a network each would cost a way there and back, and together they cost one. They run in the order in which they came, and are prepared
/// once for a connection.
/// </summary>
internal sealed class SqlBatch(DbConnection connection) : IAsyncDisposable
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

    /// <summary>Runs all that waits. A fault may be that of any of them: what is to be done about it is the same, as the transaction is lost.</summary>
    public async Task WriteAsync(DbTransaction? transaction, CancellationToken cancellationToken)
    {
        _batch.Transaction = transaction;
        await _batch.PrepareAsync(cancellationToken);
        await _batch.ExecuteNonQueryAsync(cancellationToken);
        Clear();
    }

    /// <summary>Runs all that waits.</summary>
    /// <returns>The rows of each, in their order.</returns>
    public async Task<List<List<object[]>>> ReadAsync(DbTransaction? transaction, CancellationToken cancellationToken)
    {
        _batch.Transaction = transaction;
        await _batch.PrepareAsync(cancellationToken);
        List<List<object[]>> answers = new(_waiting.Count);
        await using (var reader = await _batch.ExecuteReaderAsync(cancellationToken))
        {
            do
            {
                List<object[]> rows = [];
                while (await reader.ReadAsync(cancellationToken))
                {
                    rows.Add(new object[reader.FieldCount]);
                    reader.GetValues(rows[^1]);
                }

                answers.Add(rows);
            }
            while (await reader.NextResultAsync(cancellationToken));
        }

        Clear();
        return answers;
    }

    public ValueTask DisposeAsync() => _batch.DisposeAsync();

    private void Clear()
    {
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
