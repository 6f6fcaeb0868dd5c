using System.Data.Common;

namespace EngageBot.Database;

/// <summary>
/// Statements that go to the database together: over a network each would cost a way there and back, and together they cost one. They run in the order in which they came, but for rows that are
/// only added: those of a table are added together, as long as nothing comes between that may concern them. Each is prepared once for a connection.
/// </summary>
internal sealed class SqlBatch(DbConnection connection) : IStatementBatch
{
    /// <summary>More are not kept in memory.</summary>
    private const int Most = 500;

    private readonly Dictionary<HotSql, Stack<Statement>> _free = [];
    private readonly List<Statement> _waiting = new(Most);
    private readonly Dictionary<HotSql, Statement> _open = [];
    private readonly DbBatch _batch = connection.CreateBatch();
    private int _count;

    public bool IsEmpty => _count == 0;

    public bool IsEnough => IsFull;

    public bool IsFull => _count >= Most;

    public void Add(HotSql sql, ReadOnlySpan<object?> values)
    {
        _count++;
        if (sql.OfMany is null)
        {
            if (!sql.LetsRowsPass)
            {
                _open.Clear();
            }

            Begin(sql).Bind(values);
        }
        else if (!_open.TryGetValue(sql, out var open) || !open.Rows!.TryAdd(values))
        {
            _open[sql] = open = Begin(sql);
            open.Rows!.TryAdd(values);
        }
    }

    public async Task WriteAsync(DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await ReadyAsync(transaction, cancellationToken);
        await _batch.ExecuteNonQueryAsync(cancellationToken);
        Clear();
    }

    public async Task<List<List<object[]>>> ReadAsync(DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await ReadyAsync(transaction, cancellationToken);
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

    private async Task ReadyAsync(DbTransaction? transaction, CancellationToken cancellationToken)
    {
        foreach (var statement in _waiting)
        {
            statement.Rows?.Bind(statement.Command);
        }

        _batch.Transaction = transaction;
        await _batch.PrepareAsync(cancellationToken);
    }

    private Statement Begin(HotSql sql)
    {
        var statement = _free.TryGetValue(sql, out var free) && free.TryPop(out var used) ? used : new Statement(sql, CommandOf(sql));
        _waiting.Add(statement);
        _batch.BatchCommands.Add(statement.Command);
        return statement;
    }

    private void Clear()
    {
        _batch.BatchCommands.Clear();
        foreach (var statement in _waiting)
        {
            if (!_free.TryGetValue(statement.Sql, out var free))
            {
                _free.Add(statement.Sql, free = []);
            }

            statement.Rows?.Clear();
            free.Push(statement);
        }

        _waiting.Clear();
        _open.Clear();
        _count = 0;
    }

    private DbBatchCommand CommandOf(HotSql sql)
    {
        var command = _batch.CreateBatchCommand();
        command.CommandText = sql.OfMany ?? sql.Positional;
        foreach (var (_, type) in sql.Parameters)
        {
            var parameter = command.CreateParameter();
            if (sql.OfMany is null)
            {
                parameter.DbType = type; // Of a list it is known by its values.
            }

            command.Parameters.Add(parameter);
        }

        return command;
    }

    private sealed record Statement(HotSql Sql, DbBatchCommand Command)
    {
        /// <summary>Null where it is for one.</summary>
        public ManyRows? Rows { get; } = Sql.OfMany is null ? null : new ManyRows(Sql);

        public void Bind(ReadOnlySpan<object?> values)
        {
            for (var place = 0; place < values.Length; place++)
            {
                Command.Parameters[place].Value = values[place] ?? DBNull.Value;
            }
        }
    }
}
