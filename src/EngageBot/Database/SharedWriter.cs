using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;

namespace EngageBot.Database;

/// <summary>
/// The one connection by which sessions write to SQLite, in the order in which they came. SQLite lets one write at a time and has the others try again, the seldomer the longer they wait
/// (<see href="https://sqlite.org/c3ref/busy_timeout.html"/>): beside somebody who writes all the time the shortest transaction would wait for seconds, and some until they fail. And what one
/// connection has written makes every other read its pages anew; so that there is one, and it keeps what all need.
/// </summary>
internal sealed class SharedWriter(DbDataSource database)
{
    /// <summary>Who waited for so long writes all the same: SQLite says what is the matter.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly ConditionalWeakTable<DbDataSource, SharedWriter> Writers = [];

    /// <summary>Of a file, whoever opened it.</summary>
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    private readonly Lock _lock = new();
    private Statements? _statements;
    private int _sessions;

    public static SharedWriter Of(DbDataSource database) => Writers.GetValue(database, source => new SharedWriter(source));

    /// <summary>A session may write, until it has left.</summary>
    public void Join()
    {
        lock (_lock)
        {
            _sessions++;
        }
    }

    /// <summary>The last one closes the connection.</summary>
    public async ValueTask LeaveAsync()
    {
        Statements? last;
        lock (_lock)
        {
            last = --_sessions == 0 ? _statements : null;
            _statements = last is null ? _statements : null;
        }

        if (last is not null)
        {
            await last.DisposeAsync();
        }
    }

    /// <summary>Waits until it is one's turn.</summary>
    /// <param name="file">Which file it is.</param>
    public async ValueTask<WriterTurn> TakeAsync(string file, CancellationToken cancellationToken)
    {
        var turns = Turns.GetOrAdd(file, _ => new SemaphoreSlim(1));
        var isOwn = await turns.WaitAsync(Longest, cancellationToken);
        try
        {
            return isOwn ? new WriterTurn(this, turns, _statements ??= await OpenAsync(cancellationToken)) : new WriterTurn(this, turns: null, await OpenAsync(cancellationToken));
        }
        catch
        {
            if (isOwn)
            {
                turns.Release();
            }

            throw;
        }
    }

    /// <summary>After a fault nobody knows what state it is in.</summary>
    public void Forget(Statements statements)
    {
        lock (_lock)
        {
            _statements = _statements == statements ? null : _statements;
        }
    }

    private async Task<Statements> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        await SqlDialect.WidenAsync(connection, cancellationToken);
        return new Statements(connection);
    }
}
