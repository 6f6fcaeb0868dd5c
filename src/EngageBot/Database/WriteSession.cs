using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;

namespace EngageBot.Database;

/// <summary>
/// The connection that writes what comes in: one transaction at a time, its statements prepared once. What is read through it sees what the transaction
/// has written so far. Not for several threads.
/// </summary>
/// <param name="holdsCommits">
/// Transactions run on into one another until <see cref="FlushAsync"/>: for a replay, whose plans between messages would otherwise cost a commit each.
/// </param>
internal sealed class WriteSession(DbDataSource database, bool holdsCommits = false) : IAsyncDisposable
{
    private readonly Dictionary<HotSql, DbCommand> _prepared = [];
    private DbConnection? _connection;
    private DbTransaction? _transaction;
    private readonly HashSet<DbCommand> _unprepared = [];
    private SqlBatch? _queue;
    private SqlBatch? _otherQueue;
    private Task _sending = Task.CompletedTask;
    private Foreseen? _foreseen;

    /// <summary>Whether other processes may write to the database meanwhile.</summary>
    public bool IsShared => _connection is not null && !SqlDialect.IsSqlite(_connection);

    /// <summary>Whether questions that are asked together cost less than one by one.</summary>
    public bool IsFar => _connection is { CanCreateBatch: true };

    /// <summary>Writes what others keep in memory until the transaction is committed.</summary>
    public Func<CancellationToken, ValueTask>? BeforeCommit { get; set; }

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        _connection ??= await database.OpenConnectionAsync(cancellationToken);
        _transaction ??= await _connection.BeginTransactionAsync(cancellationToken);
    }

    /// <summary>
    /// Begins a transaction that keeps nobody waiting as long as it writes only what is temporary; for a session that holds its commits, and is given up in the end. On SQLite only this
    /// level begins one without the writer's place, see <see href="https://learn.microsoft.com/dotnet/standard/data/sqlite/transactions"/>; on PostgreSQL it is as any other.
    /// </summary>
    public async Task BeginTemporaryAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        _transaction ??= await _connection!.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellationToken);
    }

    /// <summary>For statements that are each a transaction of their own.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken) => _connection ??= await database.OpenConnectionAsync(cancellationToken);

    /// <summary>Whoever was to ask what was foreseen has done so, also where the commit is held.</summary>
    public Task CommitAsync(CancellationToken cancellationToken)
    {
        ForgetForeseen();
        return holdsCommits ? Task.CompletedTask : FlushAsync(cancellationToken);
    }

    /// <summary>Commits what is written and not committed yet.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_transaction is not null)
        {
            if (BeforeCommit is not null)
            {
                await BeforeCommit(cancellationToken);
            }

            await SendAsync(cancellationToken);
            await _transaction.CommitAsync(cancellationToken);
            await _transaction.DisposeAsync();
            _transaction = null;
        }
    }

    /// <summary>Gives up the transaction and the connection: after a fault nobody knows what state it is in. The next transaction opens another.</summary>
    public async Task AbandonAsync()
    {
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _sending = Task.CompletedTask;
        foreach (var part in (IAsyncDisposable?[])[.. _prepared.Values, _queue, _otherQueue, _foreseen, _transaction, _connection])
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }

        _prepared.Clear();
        _unprepared.Clear();
        (_queue, _otherQueue, _foreseen, _transaction, _connection) = (null, null, null, null, null);
    }

    /// <summary>
    /// Writes what nobody waits for: where the database is reached over a network, in a transaction, together with others, beside the work that goes on here, and at the latest before the next
    /// statement that somebody waits for. A fault may come out only then, at the latest with the commit.
    /// </summary>
    public ValueTask WriteAsync(HotSql sql, CancellationToken cancellationToken, params ReadOnlySpan<object?> values)
    {
        if (!IsFar)
        {
            return new ValueTask(Bind(sql, values).ExecuteNonQueryAsync(cancellationToken));
        }

        if (_transaction is null)
        {
            return new ValueTask(ExecuteAsync(Bind(sql, values), cancellationToken).AsTask());
        }

        _queue ??= new SqlBatch(_connection!);
        _queue.Add(sql, values);
        return _queue.IsFull ? SendBesideAsync(cancellationToken) : default;
    }

    /// <summary>
    /// Asks together what will be asked one by one. Each answer is given once; what is not asked for until <see cref="ForgetForeseen"/>, or the commit, was asked in vain. To be called only of
    /// questions whose answers nothing that is written until then changes. Unless <see cref="IsFar"/> nothing is done.
    /// </summary>
    public async ValueTask ForeseeAsync(IEnumerable<Question> questions, CancellationToken cancellationToken)
    {
        if (IsFar)
        {
            await SendAsync(cancellationToken);
            _foreseen ??= new Foreseen(_connection!);
            await _foreseen.AskAsync(questions, _transaction, cancellationToken);
        }
    }

    /// <summary>What was foreseen is not true any more.</summary>
    public void ForgetForeseen() => _foreseen?.Clear();

    /// <summary>The number of rows changed.</summary>
    public ValueTask<int> ExecuteAsync(HotSql sql, CancellationToken cancellationToken, params ReadOnlySpan<object?> values) => ExecuteAsync(Bind(sql, values), cancellationToken);

    /// <summary>The first column of the first row as a key or a time; null where there is none or it is NULL.</summary>
    public ValueTask<long?> NumberAsync(HotSql sql, CancellationToken cancellationToken, params ReadOnlySpan<object?> values) =>
        _foreseen?.TryTake(sql, values, out var rows) == true ? new(Number(First(rows))) : NumberSentAsync(Bind(sql, values), cancellationToken);

    public ValueTask<long?> NumberAsync(Question question, CancellationToken cancellationToken) => NumberAsync(question.Sql, cancellationToken, question.Values);

    /// <summary>The same, committed at once on a connection of its own, whatever becomes of this transaction.</summary>
    public async ValueTask<long> NumberApartAsync(HotSql sql, long value, CancellationToken cancellationToken)
    {
        await using var apart = await database.OpenConnectionAsync(cancellationToken);
        await using var command = CommandOf(sql, apart);
        command.Parameters[0].Value = value;
        return await NumberAsync(command, cancellationToken) ?? throw new UnreachableException(sql.Text);
    }

    /// <summary>The first column of the first row as text; null where there is none or it is NULL.</summary>
    public ValueTask<string?> TextAsync(HotSql sql, CancellationToken cancellationToken, params ReadOnlySpan<object?> values) =>
        _foreseen?.TryTake(sql, values, out var rows) == true ? new(First(rows) as string) : TextAsync(Bind(sql, values), cancellationToken);

    public ValueTask<DbDataReader> ReadAsync(HotSql sql, CancellationToken cancellationToken, params ReadOnlySpan<object?> values) =>
        _foreseen?.TryTake(sql, values, out var rows) == true ? new(new RowsReader(rows)) : ReadAsync(Bind(sql, values), cancellationToken);

    public ValueTask<DbDataReader> ReadAsync(Question question, CancellationToken cancellationToken) => ReadAsync(question.Sql, cancellationToken, question.Values);

    public async ValueTask DisposeAsync() => await AbandonAsync();

    /// <summary>Everything that waits is written.</summary>
    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        await _sending;
        if (_queue is { IsEmpty: false })
        {
            await _queue.WriteAsync(_transaction, cancellationToken);
        }
    }

    /// <summary>What waits is being written while more is gathered.</summary>
    private async ValueTask SendBesideAsync(CancellationToken cancellationToken)
    {
        await _sending;
        var (full, transaction) = (_queue!, _transaction);
        (_queue, _otherQueue) = (_otherQueue ?? new SqlBatch(_connection!), full);
        _sending = Task.Run(() => full.WriteAsync(transaction, cancellationToken), CancellationToken.None);
    }

    /// <summary>The connection is free for a statement.</summary>
    private async ValueTask ReadyAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        if (_unprepared.Remove(command))
        {
            await command.PrepareAsync(cancellationToken);
        }
    }

    private async ValueTask<int> ExecuteAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await ReadyAsync(command, cancellationToken);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async ValueTask<DbDataReader> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await ReadyAsync(command, cancellationToken);
        return await command.ExecuteReaderAsync(cancellationToken);
    }

    private async ValueTask<long?> NumberSentAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await ReadyAsync(command, cancellationToken);
        return await NumberAsync(command, cancellationToken);
    }

    private static async ValueTask<long?> NumberAsync(DbCommand command, CancellationToken cancellationToken) =>
        Number(await command.ExecuteScalarAsync(cancellationToken));

    private static long? Number(object? value) => value is null or DBNull ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static object? First(List<object[]> rows) => rows.Count == 0 ? null : rows[0][0];

    private async ValueTask<string?> TextAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await ReadyAsync(command, cancellationToken);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    private DbCommand Bind(HotSql sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared.Add(sql, command = CommandOf(sql, _connection!));
            if (IsFar)
            {
                _unprepared.Add(command); // SQLite keeps what it read by itself.
            }
        }

        for (var place = 0; place < values.Length; place++)
        {
            command.Parameters[place].Value = values[place] ?? DBNull.Value;
        }

        command.Transaction = _transaction;
        return command;
    }

    private static DbCommand CommandOf(HotSql sql, DbConnection connection)
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
}
