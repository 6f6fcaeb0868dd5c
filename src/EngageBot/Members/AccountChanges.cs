using EngageBot.Database;

namespace EngageBot.Members;

/// <summary>
/// That somebody was forgotten, or came back, in a database that other processes write to as well. Each of them knows people in memory, and would write them down again: so each batch is
/// stored beside such a change, never across it, and the first one after it begins with an empty memory.
/// </summary>
internal sealed class AccountChanges(WriteSession session)
{
    private static readonly HotSql Look = new("SELECT number FROM account_changes WHERE one = 1 FOR SHARE");
    private static readonly HotSql Note = new("UPDATE account_changes SET number = number + 1 WHERE one = 1 RETURNING number");

    private long? _seen;

    /// <summary>Inside the transaction that has begun; until it ends nobody is forgotten anywhere.</summary>
    /// <returns>Whether somebody was since this was asked last.</returns>
    public async ValueTask<bool> HappenedAsync(CancellationToken cancellationToken)
    {
        if (!session.IsShared)
        {
            return false;
        }

        var (before, now) = (_seen, await session.NumberAsync(Look, cancellationToken));
        _seen = now;
        return before is not null && before != now;
    }

    /// <summary>Before anything is erased: waits for those who are storing something.</summary>
    public async ValueTask NoteAsync(CancellationToken cancellationToken)
    {
        if (session.IsShared)
        {
            _seen = await session.NumberAsync(Note, cancellationToken);
        }
    }

    /// <summary>After a rollback.</summary>
    public void Forget() => _seen = null;
}
