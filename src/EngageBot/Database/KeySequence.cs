namespace EngageBot.Database;

/// <summary>Hands out the keys of a table, going on from the highest stored.</summary>
internal sealed class KeySequence(HotSql highest)
{
    private long? _last;

    public async ValueTask<long> NextAsync(WriteSession session, CancellationToken cancellationToken)
    {
        _last ??= await session.NumberAsync(highest, cancellationToken) ?? 0;
        return (_last = _last.Value + 1).Value;
    }

    /// <summary>The next key that is no less than this.</summary>
    public async ValueTask<long> NextAsync(WriteSession session, long atLeast, CancellationToken cancellationToken)
    {
        var next = await NextAsync(session, cancellationToken);
        return (_last = Math.Max(next, atLeast)).Value;
    }

    /// <summary>Asks the table again: after a rollback the keys handed out are free.</summary>
    public void Forget() => _last = null;
}
