namespace EngageBot.Stats;

/// <summary>Cuts a span of time into days, weeks (from Monday) or months, UTC, so that a chart has some dozens of points.</summary>
internal static class Periods
{
    public static PeriodLength LengthFor(TimeSpan span) =>
        span <= TimeSpan.FromDays(62) ? PeriodLength.Day : span <= TimeSpan.FromDays(730) ? PeriodLength.Week : PeriodLength.Month;

    /// <summary>The beginning of the period in which a moment lies, unix milliseconds.</summary>
    public static long Start(long at, PeriodLength length)
    {
        var day = DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime.Date;
        var start = length switch
        {
            PeriodLength.Day => day,
            PeriodLength.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            _ => new DateTime(day.Year, day.Month, 1, 0, 0, 0, DateTimeKind.Utc),
        };
        return new DateTimeOffset(start, TimeSpan.Zero).ToUnixTimeMilliseconds();
    }

    /// <summary>0 is Monday 00:00 to 01:00.</summary>
    public static int HourOfWeek(long at)
    {
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime;
        return (((int)moment.DayOfWeek + 6) % 7 * 24) + moment.Hour;
    }
}
