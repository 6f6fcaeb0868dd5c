using System.Data;
using EngageBot.Database;

namespace EngageBot.ReplyGraph;

/// <summary>Notes in which channels and days messages or their links have changed, in the transaction that changes them: figures of these days are worked out anew.</summary>
internal sealed class ChangedDays(WriteSession session)
{
    private const long Day = 86_400_000;

    /// <summary>Whatever was noted is counted, not left as it is: who packs the day at this moment is to see that it changed.</summary>
    private const string Again = "ON CONFLICT (channel, day) DO UPDATE SET changes = stale_days.changes + 1";

    private static readonly HotSql Note = HotSql.Insert("stale_days", Again, keyLength: 2, ("channel", DbType.Int64), ("day", DbType.Int64), ("changes", DbType.Int64));

    private static readonly HotSql NoteAwaiting = new(
        $"""
        INSERT INTO stale_days (channel, day, changes)
        SELECT DISTINCT m.channel, m.at / 86400000, 1 FROM awaited_parents a JOIN messages m ON m.id = a.message WHERE a.channel = @channel AND a.number = @number
        {Again}
        """,
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    private readonly HashSet<(long Channel, long Day)> _days = [];

    /// <param name="at">Of a message that is new, or to which something happened, unix milliseconds.</param>
    public void Add(long channel, long at) => _days.Add((channel, at / Day));

    /// <summary>A message has come that others answer.</summary>
    public async ValueTask AddAwaitingAsync(long channel, long number, CancellationToken cancellationToken) =>
        await session.WriteAsync(NoteAwaiting, cancellationToken, channel, number);

    /// <summary>Writes what was noted: before the commit. In order, so that two who write never wait for one another.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var (channel, day) in _days.Order())
        {
            await session.WriteAsync(Note, cancellationToken, channel, day, 1L);
        }

        _days.Clear();
    }

    /// <summary>After a rollback nothing has changed.</summary>
    public void Forget() => _days.Clear();
}
