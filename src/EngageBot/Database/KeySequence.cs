using System.Data;

namespace EngageBot.Database;

/// <summary>
/// Hands out the keys of a table, going on from the highest stored. On a database that several processes may write to they are taken from <c>key_blocks</c>, so many at once, on a
/// connection of their own: nobody waits for another's transaction, and keys grow with the time at which they were taken.
/// </summary>
/// <param name="atOnce">So many are taken at once, and kept in memory. 1: the table is asked for each, because others in this process add to it too.</param>
internal sealed class KeySequence(string table, int atOnce = 1, string column = "id")
{
    private readonly HotSql _highest = new($"SELECT MAX({column}) FROM {table}");

    // What was added to the table without this counts too: a database that was copied into it.
    private readonly HotSql _take = new(
        $"""
        INSERT INTO key_blocks (name, last) VALUES ('{table}', GREATEST((SELECT COALESCE(MAX({column}), 0) FROM {table}), @at_least - 1) + {atOnce})
        ON CONFLICT (name) DO UPDATE SET last = GREATEST(key_blocks.last, excluded.last - {atOnce}) + {atOnce}
        RETURNING last
        """,
        ("at_least", DbType.Int64));

    private long? _last;
    private long _end;

    public ValueTask<long> NextAsync(WriteSession session, CancellationToken cancellationToken) => NextAsync(session, atLeast: 1, cancellationToken);

    /// <summary>The next key that is no less than this.</summary>
    public async ValueTask<long> NextAsync(WriteSession session, long atLeast, CancellationToken cancellationToken)
    {
        if (!session.IsShared)
        {
            var last = atOnce > 1 && _last is { } known ? known : await session.NumberAsync(_highest, cancellationToken) ?? 0;
            return (_last = Math.Max(last + 1, atLeast)).Value;
        }

        if (_last is null || _last >= _end || _last + 1 < atLeast)
        {
            _end = await session.NumberApartAsync(_take, atLeast, cancellationToken);
            _last = _end - atOnce;
        }

        return (_last = _last.Value + 1).Value;
    }

    /// <summary>Asks again: after a rollback the keys handed out are free, and nobody knows who wrote meanwhile.</summary>
    public void Forget() => _last = null;
}
