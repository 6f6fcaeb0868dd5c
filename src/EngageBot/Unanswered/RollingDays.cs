namespace EngageBot.Unanswered;

/// <summary>What a query gives for each of the last days, each day read once and dropped when it is too old.</summary>
/// <param name="days">How many days are kept.</param>
/// <param name="read">Reads a day, given as days since 1970.</param>
internal sealed class RollingDays<T>(int days, Func<long, CancellationToken, Task<List<T>>> read)
{
    private readonly Queue<(long Day, List<T> Rows)> _days = new();

    public IEnumerable<T> Rows => _days.SelectMany(day => day.Rows);

    /// <summary>Moves on to the days before <paramref name="end"/>. A clock that goes back starts afresh.</summary>
    public async Task MoveToAsync(long end, CancellationToken cancellationToken)
    {
        if (_days.Count > 0 && _days.Last().Day >= end)
        {
            _days.Clear();
        }

        while (_days.TryPeek(out var oldest) && oldest.Day < end - days)
        {
            _days.Dequeue();
        }

        for (var day = _days.Count == 0 ? end - days : _days.Last().Day + 1; day < end; day++)
        {
            _days.Enqueue((day, await read(day, cancellationToken)));
        }
    }
}
