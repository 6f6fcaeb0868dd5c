namespace EngageBot.History.Irc;

/// <summary>Counts the seconds that pass over the lines of a log, whose times say nothing of the day.</summary>
internal sealed class IrcClock(bool isTwelveHour)
{
    public const int HalfDay = 12 * 3600;

    /// <summary>A clock that is set back by no more than this was adjusted; by more, and it has gone round.</summary>
    private const int MaxAdjustment = 300;

    private readonly int _round = isTwelveHour ? HalfDay : 2 * HalfDay;
    private int _last = -1;

    /// <summary>Since the first time.</summary>
    public long Elapsed { get; private set; }

    /// <summary>What the last time was within the clock's round.</summary>
    public int Last => Math.Max(_last, 0);

    public void Advance(int second)
    {
        second %= _round;
        var step = _last < 0 ? 0 : second - _last;
        Elapsed += step < -MaxAdjustment ? step + _round : step > _round - MaxAdjustment ? step - _round : step;
        _last = second;
    }
}
