using System.Globalization;
using System.Text.RegularExpressions;

namespace EngageBot.History.Irc;

/// <summary>The date in the name of a log, and the hour that may follow it ("2004-11-15_03").</summary>
internal static partial class IrcFileName
{
    /// <summary>Nothing was said on IRC before it, and far from both ends of the calendar a log may roll over as many days as it has lines.</summary>
    private static readonly DateOnly First = new(1988, 1, 1);

    public static DateOnly? DateOf(string name) =>
        DateOnly.TryParseExact(DatePattern().Match(name).Groups["date"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date >= First && date.Year < 3000 ? date : null;

    public static int? HourOf(string name) =>
        int.TryParse(DatePattern().Match(name).Groups["hour"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24 ? hour : null;

    [GeneratedRegex(@"(?<![0-9])(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(_(?<hour>[0-9]{2}))?(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DatePattern();
}
