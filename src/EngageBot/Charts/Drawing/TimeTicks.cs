using System.Globalization;

namespace EngageBot.Charts.Drawing;

/// <summary>
/// Where a time axis has its labels, and what they say: hours, days, weeks, months or years, as many as there is room for and never finer than the data.
/// </summary>
internal static class TimeTicks
{
    private const double AlmostAWeek = 6.5;

    public static IReadOnlyList<TimeTick> For(IReadOnlyList<DateTimeOffset> times, TimeSpan step, int most, ChartCalendar calendar)
    {
        var (from, to) = (times[0], times[^1]);
        foreach (var hours in ((int[])[1, 3, 6, 12]).Where(hours => hours >= step.TotalHours * 0.99))
        {
            var first = new DateTimeOffset(from.Date, from.Offset).AddHours(Math.Floor(from.TimeOfDay.TotalHours / hours) * hours);
            var marks = Marks(first, from, to, at => at.AddHours(hours), most);
            if (marks.Count <= most)
            {
                return [.. marks.Select(mark => new TimeTick(mark, Write(mark, "HH:mm"), calendar.Day(mark)))];
            }
        }

        foreach (var days in ((int[])[1, 2, 7, 14]).Where(days => days >= step.TotalDays * 0.99))
        {
            var first = step.TotalDays < AlmostAWeek ? FloorToMonday(from) : from; // weeks begin where those of the data begin
            var marks = Marks(first, from, to, at => at.AddDays(days), most);
            if (marks.Count <= most)
            {
                return [.. marks.Select(mark => new TimeTick(mark, calendar.Day(mark), Write(mark, "yyyy")))];
            }
        }

        return Months(from - (step / 2), to, most, calendar);
    }

    private static IReadOnlyList<TimeTick> Months(DateTimeOffset from, DateTimeOffset to, int most, ChartCalendar calendar)
    {
        foreach (var months in (int[])[1, 2, 3, 6])
        {
            var marks = Marks(FirstOfYear(from), from, to, at => at.AddMonths(months), most);
            if (marks.Count <= most)
            {
                return [.. marks.Select(mark => new TimeTick(mark, calendar.Month(mark), Write(mark, "yyyy")))];
            }
        }

        var step = (int)NiceTicks.Step((to.Year - from.Year + 1) / (double)Math.Max(most, 1));
        return [.. Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(year => year % step == 0)
            .Select(year => new DateTimeOffset(year, 1, 1, 0, 0, 0, from.Offset)).Where(mark => mark >= from && mark <= to)
            .Select(mark => new TimeTick(mark, Write(mark, "yyyy"), ""))];
    }

    /// <summary>Stops once it is clear that there are too many.</summary>
    private static List<DateTimeOffset> Marks(
        DateTimeOffset first, DateTimeOffset from, DateTimeOffset to, Func<DateTimeOffset, DateTimeOffset> next, int most)
    {
        var marks = new List<DateTimeOffset>();
        for (var mark = first; mark <= to && marks.Count <= most; mark = next(mark))
        {
            if (mark >= from)
            {
                marks.Add(mark);
            }
        }

        return marks;
    }

    private static DateTimeOffset FloorToMonday(DateTimeOffset at) => new DateTimeOffset(at.Date, at.Offset).AddDays(-(((int)at.DayOfWeek + 6) % 7));

    private static DateTimeOffset FirstOfYear(DateTimeOffset at) => new(at.Year, 1, 1, 0, 0, 0, at.Offset);

    private static string Write(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);
}
