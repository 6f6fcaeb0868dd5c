using System.Globalization;

namespace EngageBot.Charts.Drawing;

/// <summary>What a step of a series is called: an hour, a day, a week, a month.</summary>
internal static class TimeNames
{
    public static string Of(DateTimeOffset at, TimeSpan step) => step.TotalDays switch
    {
        < 1 => Write(at, "d MMM yyyy HH:mm"),
        >= 6.5 and < 7.5 => "week of " + Write(at, "d MMM yyyy"),
        >= 27 and < 32 => Write(at, "MMM yyyy"),
        _ => Write(at, "d MMM yyyy"),
    };

    public static string Range(DateTimeOffset from, DateTimeOffset to) =>
        from.Date == to.Date ? Write(from, "d MMM yyyy")
        : from.Year == to.Year ? $"{Write(from, "d MMM")} – {Write(to, "d MMM yyyy")}"
        : $"{Write(from, "d MMM yyyy")} – {Write(to, "d MMM yyyy")}";

    private static string Write(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);
}
