namespace EngageBot.Unanswered;

/// <summary>What a query gives for each of the last days: each day is read once, taken in, and given up when it is too old.</summary>
/// <param name="days">How many days are kept.</param>
/// <param name="read">Reads a day, given as days since 1970.</param>
/// <param name="takeIn">Adds a day's rows to what is derived from them.</param>
/// <param name="giveUp">Takes a day's rows out of it again, oldest day first.</param>
internal sealed class RollingDays<T>(int days, Func<long, CancellationToken, Task<List<T>>> read, Action<List<T>> takeIn, Action<List<T>> giveUp)
{
    private readonly Queue<(long Day, List<T> Rows)> _days = new();
    private long _end = long.MinValue;

    /// <summary>Moves on to the days before <paramref name="end"/>; a clock that goes back starts afresh. Whether anything changed.</summary>
    public async ValueTask<bool> MoveToAsync(long end, CancellationToken cancellationToken)
    {
        if (end == _end)
        {
            return false;
        }

        var from = Math.Max(end - days, end < _end ? long.MinValue : _end);
        while (_days.TryPeek(out var oldest) && (oldest.Day < end - days || end < _end))
        {
            giveUp(oldest.Rows);
            _days.Dequeue();
        }

        for (var day = from; day < end; day++)
        {
            var rows = await read(day, cancellationToken);
            takeIn(rows);
            _days.Enqueue((day, rows));
        }

        _end = end;
        return true;
    }
}
