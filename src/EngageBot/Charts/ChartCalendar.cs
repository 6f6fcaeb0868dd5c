using System.Globalization;

namespace EngageBot.Charts;

/// <summary>How days and months are written along an axis, without their years.</summary>
public sealed record ChartCalendar(Func<DateTimeOffset, string> Day, Func<DateTimeOffset, string> Month)
{
    public static ChartCalendar English { get; } = new(at => at.ToString("d MMM", CultureInfo.InvariantCulture), at => at.ToString("MMM", CultureInfo.InvariantCulture));
}
