using System.Globalization;
using System.Text.RegularExpressions;

namespace EngageBot.Communities;

/// <summary>Lengths of time as people write them in a form, the same in every language: "30 min", "4 h", "1 h 30 min", "2 d".</summary>
internal static partial class DurationText
{
    private const int MostDays = 365;

    /// <summary>In hours, minutes and seconds: 48 h stays 48 h.</summary>
    public static string Of(TimeSpan time)
    {
        List<string> parts = [];
        Add(parts, (long)time.TotalHours, "h");
        Add(parts, time.Minutes, "min");
        Add(parts, time.Seconds, "s");
        return parts.Count == 0 ? "0 min" : string.Join(' ', parts);
    }

    /// <summary>False for what is no length of time, or longer than a year.</summary>
    public static bool TryRead(string written, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        var text = written.Trim();
        if (text.Length is 0 or > 40 || !Whole().IsMatch(text))
        {
            return false;
        }

        foreach (Match part in Part().Matches(text))
        {
            var number = int.Parse(part.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            time += part.Groups["unit"].Value.ToUpperInvariant() switch
            {
                "D" => TimeSpan.FromDays(number),
                "H" => TimeSpan.FromHours(number),
                "S" => TimeSpan.FromSeconds(number),
                _ => TimeSpan.FromMinutes(number),
            };
        }

        return time <= TimeSpan.FromDays(MostDays);
    }

    private static void Add(List<string> parts, long number, string unit)
    {
        if (number > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{number} {unit}"));
        }
    }

    [GeneratedRegex(@"^([0-9]{1,6}\s*(d|h|min|m|s)\s*)+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<number>[0-9]{1,6})\s*(?<unit>d|h|min|m|s)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Part();
}
