using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Unanswered;

/// <summary>The table of what platforms tell of threads.</summary>
internal sealed class ThreadStore(WriteSession session)
{
    private static readonly HotSql Find = new(
        "SELECT tags, locked_at, is_waiting FROM threads WHERE channel = @channel AND number = @number",
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    private static readonly HotSql Put = new(
        """
        INSERT INTO threads (channel, number, tags, tagged_at, locked_at, is_waiting) VALUES (@channel, @number, @tags, @at, @locked_at, @is_waiting)
        ON CONFLICT (channel, number) DO UPDATE SET
            tagged_at = CASE WHEN threads.tags <> excluded.tags THEN excluded.tagged_at ELSE threads.tagged_at END,
            tags = excluded.tags,
            locked_at = excluded.locked_at,
            untagged_at = CASE WHEN threads.is_waiting = 1 AND excluded.is_waiting = 0 THEN @at ELSE threads.untagged_at END,
            is_waiting = excluded.is_waiting
        """,
        ("channel", DbType.Int64),
        ("number", DbType.Int64),
        ("tags", DbType.String),
        ("at", DbType.Int64),
        ("locked_at", DbType.Int64),
        ("is_waiting", DbType.Int32));

    /// <summary>Told twice it is the same; of a thread of which there is nothing to say nothing is kept.</summary>
    /// <param name="channel">The key of its channel.</param>
    /// <returns>Whether what settled its post may be gone.</returns>
    public async ValueTask<bool> PutAsync(long channel, ThreadSeen seen, CancellationToken cancellationToken)
    {
        var (tags, at) = (string.Join('\n', seen.Tags.Select(tag => OneLine.Of(tag, 100))), seen.At.ToUnixTimeMilliseconds());
        var known = await FindAsync(channel, seen.Thread.Number, cancellationToken);
        if (known == (tags, known.LockedAt, seen.NeedsAnswer) && seen.IsLocked == known.LockedAt is not null)
        {
            return false;
        }

        await session.ExecuteAsync(Put, cancellationToken, channel, seen.Thread.Number, tags, at, seen.IsLocked ? known.LockedAt ?? at : null, seen.NeedsAnswer ? 1 : 0);
        return known.Tags.Length > 0 || known.LockedAt is not null;
    }

    private async ValueTask<(string Tags, long? LockedAt, bool IsWaiting)> FindAsync(long channel, long number, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Find, cancellationToken, channel, number);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.GetInt32(2) == 1)
            : (string.Empty, null, false);
    }
}
