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
    private Statements? _own;
    private SharedWriter? _shared;
    private WriterTurn? _turn;
    private DbTransaction? _transaction;
    private IStatementBatch? _queue;
    private IStatementBatch? _otherQueue;
    private Task _sending = Task.CompletedTask;
    private Foreseen? _foreseen;

    /// <summary>Whether other processes may write to the database meanwhile.</summary>
    public bool IsShared => _own is { IsSqlite: false };

    /// <summary>Whether questions that are asked together cost less than one by one.</summary>
    public bool IsFar => _own is { Connection.CanCreateBatch: true };

    /// <summary>Writes what others keep in memory until the transaction is committed.</summary>
    public Func<CancellationToken, ValueTask>? BeforeCommit { get; set; }

    /// <summary>What a transaction writes and reads goes, on SQLite, by the connection that all share who write.</summary>
    private Statements Current => _turn?.Statements ?? _own!;

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        if (_transaction is null)
        {
            _turn = await TurnAsync(cancellationToken);
            _transaction = await BegunAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Begins a transaction that keeps nobody waiting as long as it writes only what is temporary; for a session that holds its commits, and is given up in the end. On SQLite only this
    /// level begins one without the writer's place, see <see href="https://learn.microsoft.com/dotnet/standard/data/sqlite/transactions"/>; on PostgreSQL it is as any other.
    /// </summary>
    public async Task BeginTemporaryAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        _transaction ??= await _own!.Connection.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellationToken);
    }

    /// <summary>For statements that are each a transaction of their own.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken) => _own ??= new Statements(await database.OpenConnectionAsync(cancellationToken));

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
            await EndTurnAsync(isSound: true);
        }
    }

    /// <summary>Gives up the transaction and the connection: after a fault nobody knows what state it is in. The next transaction opens another.</summary>
    public async Task AbandonAsync()
    {
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _sending = Task.CompletedTask;
        try
        {
            foreach (var part in (IAsyncDisposable?[])[_queue, _otherQueue, _foreseen, _transaction, _own])
            {
                if (part is not null)
                {
                    await part.DisposeAsync();
                }
            }
        }
        finally
        {
            (_queue, _otherQueue, _foreseen, _transaction, _own) = (null, null, null, null, null);
            await EndTurnAsync(isSound: false);
            await LeaveAsync();
        }
    }

    /// <summary>
    /// Writes what nobody waits for: in a transaction together with others, beside the work that goes on here, and at the latest before the next statement that somebody waits for. A fault may
    /// come out only then, at the latest with the commit.
    /// </summary>
    public ValueTask WriteAsync(HotSql sql, CancellationToken cancellationToken, params ReadOnlySpan<object?> values)
    {
        if (_transaction is null)
        {
            return new ValueTask(ExecuteAsync(sql, cancellationToken, values).AsTask());
        }

        _queue ??= NewBatch();
        _queue.Add(sql, values);
        return _queue.IsFull || (_queue.IsEnough && _sending.IsCompleted) ? SendBesideAsync(cancellationToken) : default;
    }

    /// <summary>
    /// Asks together what will be asked one by one. Each answer is given once; what is not asked for until <see cref="ForgetForeseen"/>, or the commit, was asked in vain. To be called only of
    /// questions whose answers nothing that is written until then changes, or where whoever writes it forgets them.
    /// </summary>
    public async ValueTask ForeseeAsync(IEnumerable<Question> questions, CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        _foreseen ??= new Foreseen(NewBatch());
        await _foreseen.AskAsync(questions, _transaction, cancellationToken);
    }

    /// <summary>The first column of the first row of an answer that was foreseen, for whoever has more to ask; null where nothing was.</summary>
    public long? ForeseenNumber(Question question) => _foreseen?.Look(question) is { } rows ? Number(First(rows)) : null;

    /// <summary>What was foreseen is not true any more.</summary>
    public void ForgetForeseen() => _foreseen?.Clear();

    /// <summary>One answer is not, as something was written.</summary>
    public void ForgetAnswer(Question question) => _foreseen?.Forget(question);

    /// <summary>The number of rows changed.</summary>
    public ValueTask<int> ExecuteAsync(HotSql sql, CancellationToken cancellationToken, params ReadOnlySpan<object?> values) =>
        _transaction is null && _own!.IsSqlite ? ExecuteAloneAsync(sql, values.ToArray(), cancellationToken) : ExecuteAsync(CommandAsync(sql, values, cancellationToken), cancellationToken);

    /// <summary>The first column of the first row as a key or a time; null where there is none or it is NULL.</summary>
    public ValueTask<long?> NumberAsync(HotSql sql, CancellationToken cancellationToken, params ReadOnlySpan<object?> values) =>
        _foreseen?.TryTake(sql, values, out var rows) == true ? new(Number(First(rows))) : NumberAsync(CommandAsync(sql, values, cancellationToken), cancellationToken);

    public ValueTask<long?> NumberAsync(Question question, CancellationToken cancellationToken) => NumberAsync(question.Sql, cancellationToken, question.Values);

    /// <summary>The same, committed at once on a connection of its own, whatever becomes of this transaction.</summary>
    public async ValueTask<long> NumberApartAsync(HotSql sql, long value, CancellationToken cancellationToken)
    {
        await using var apart = await database.OpenConnectionAsync(cancellationToken);
        await using var command = Statements.Of(sql, apart);
        command.Parameters[0].Value = value;
        return await NumberAsync(command, cancellationToken) ?? throw new UnreachableException(sql.Text);
    }

    /// <summary>The first column of the first row as text; null where there is none or it is NULL.</summary>
    public ValueTask<string?> TextAsync(HotSql sql, CancellationToken cancellationToken, params ReadOnlySpan<object?> values) =>
        _foreseen?.TryTake(sql, values, out var rows) == true ? new(First(rows) as string) : TextAsync(CommandAsync(sql, values, cancellationToken), cancellationToken);

    public ValueTask<DbDataReader> ReadAsync(HotSql sql, CancellationToken cancellationToken, params ReadOnlySpan<object?> values) =>
        _foreseen?.TryTake(sql, values, out var rows) == true ? new(new RowsReader(rows)) : ReadAsync(CommandAsync(sql, values, cancellationToken), cancellationToken);

    public ValueTask<DbDataReader> ReadAsync(Question question, CancellationToken cancellationToken) => ReadAsync(question.Sql, cancellationToken, question.Values);

    public async ValueTask DisposeAsync() => await AbandonAsync();

    /// <summary>Null where everybody writes on a connection of his own.</summary>
    private async ValueTask<WriterTurn?> TurnAsync(CancellationToken cancellationToken)
    {
        if (!_own!.IsSqlite)
        {
            return null;
        }

        if (_shared is null)
        {
            _shared = SharedWriter.Of(database);
            _shared.Join();
        }

        return await _shared.TakeAsync(_own.Connection.DataSource, cancellationToken);
    }

    /// <summary>Where it cannot begin it is the next one's turn.</summary>
    private async Task<DbTransaction> BegunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Current.Connection.BeginTransactionAsync(cancellationToken);
        }
        catch
        {
            await EndTurnAsync(isSound: false);
            throw;
        }
    }

    private ValueTask EndTurnAsync(bool isSound)
    {
        var turn = _turn;
        _turn = null;
        return turn?.EndAsync(isSound) ?? default;
    }

    private ValueTask LeaveAsync()
    {
        var shared = _shared;
        _shared = null;
        return shared?.LeaveAsync() ?? default;
    }

    /// <summary>A statement that is a transaction of its own.</summary>
    private async ValueTask<int> ExecuteAloneAsync(HotSql sql, object?[] values, CancellationToken cancellationToken)
    {
        _turn = await TurnAsync(cancellationToken);
        var isSound = false;
        try
        {
            var rows = await Bind(sql, values).ExecuteNonQueryAsync(cancellationToken);
            isSound = true;
            return rows;
        }
        finally
        {
            await EndTurnAsync(isSound);
        }
    }

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
        (_queue, _otherQueue) = (_otherQueue ?? NewBatch(), full);
        _sending = Task.Run(() => full.WriteAsync(transaction, cancellationToken), CancellationToken.None);
    }

    /// <summary>A statement with its values, when the connection is free for it.</summary>
    private ValueTask<DbCommand> CommandAsync(HotSql sql, ReadOnlySpan<object?> values, CancellationToken cancellationToken) =>
        _sending.IsCompletedSuccessfully && _queue is null or { IsEmpty: true } ? ReadyAsync(Bind(sql, values), cancellationToken) : CommandSentAsync(sql, values.ToArray(), cancellationToken);

    private async ValueTask<DbCommand> CommandSentAsync(HotSql sql, object?[] values, CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        return await ReadyAsync(Bind(sql, values), cancellationToken);
    }

    private async ValueTask<DbCommand> ReadyAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await Current.PrepareAsync(command, cancellationToken);
        return command;
    }

    private static async ValueTask<int> ExecuteAsync(ValueTask<DbCommand> command, CancellationToken cancellationToken) => await (await command).ExecuteNonQueryAsync(cancellationToken);

    private static async ValueTask<DbDataReader> ReadAsync(ValueTask<DbCommand> command, CancellationToken cancellationToken) => await (await command).ExecuteReaderAsync(cancellationToken);

    private static async ValueTask<long?> NumberAsync(ValueTask<DbCommand> command, CancellationToken cancellationToken) => await NumberAsync(await command, cancellationToken);

    private static async ValueTask<string?> TextAsync(ValueTask<DbCommand> command, CancellationToken cancellationToken) => await (await command).ExecuteScalarAsync(cancellationToken) as string;

    private static async ValueTask<long?> NumberAsync(DbCommand command, CancellationToken cancellationToken) =>
        Number(await command.ExecuteScalarAsync(cancellationToken));

    private static long? Number(object? value) => value is null or DBNull ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static object? First(List<object[]> rows) => rows.Count == 0 ? null : rows[0][0];

    private DbCommand Bind(HotSql sql, ReadOnlySpan<object?> values) => Current.Bind(sql, values, _transaction);

    private IStatementBatch NewBatch() => IsFar ? new SqlBatch(_own!.Connection) : new NearBatch(() => Current);
}
