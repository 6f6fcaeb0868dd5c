using System.Globalization;

namespace EngageBot.Charts.Drawing;

/// <summary>Writes numbers the way people say them.</summary>
internal static class HumanNumber
{
    /// <summary>Nothing here is larger; keeps every later sum and product finite.</summary>
    public const double Most = 1e15;

    private const string None = "–";
    private const double MinutesPerDay = 1440;

    private static readonly (double Size, string Suffix)[] Magnitudes = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")];

    /// <summary>A value that can be drawn: nothing measured here is negative, and what is no number is missing.</summary>
    public static double? Usable(double? value) =>
        value is { } number && double.IsFinite(number) ? Math.Clamp(number, 0, Most) : null;

    public static string Count(double value) => Usable(value) switch
    {
        null => None,
        >= 1e6 and var large => Compact(large),
        < 10 and var small => Decimals(small, 1),
        { } usable => Decimals(usable, 0),
    };

    /// <summary>With its noun: "1,204 replies", "1 reply". English, like all that charts say.</summary>
    public static string Counted(double value, string plural)
    {
        var noun = Label.Clean(plural);
        var one = noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y" : noun.EndsWith('s') ? noun[..^1] : noun;
        return $"{Count(value)} {(value == 1 ? one : noun)}";
    }

    /// <summary>Short enough for an axis: "10k", "1.2M".</summary>
    public static string Compact(double value)
    {
        if (Usable(value) is not { } usable)
        {
            return None;
        }

        var (size, suffix) = Array.Find(Magnitudes, magnitude => usable >= magnitude.Size && usable >= 1e4);
        return size == 0 ? Decimals(usable, usable < 10 ? 2 : 0) : Decimals(usable / size, 1) + suffix;
    }

    public static string Percent(double value) => Usable(value) switch
    {
        null => None,
        > 0 and < 0.1 => "<0.1%",
        < 10 and var small => Decimals(small, 1) + "%",
        > 99 and < 100 and var nearly => Decimals(Math.Floor(nearly * 10) / 10, 1) + "%", // nearly all is not all
        { } usable => Compact(usable) + "%",
    };

    public static string Minutes(double value) => Usable(value) switch
    {
        null => None,
        0 => "0 min",
        < 59.5 / 60 => Decimals(value * 60, value < 1.0 / 6 ? 1 : 0) + " s",
        < 9.95 => Decimals(value, 1) + " min",
        < 59.5 => Decimals(value, 0) + " min",
        < MinutesPerDay - 3 => Decimals(value / 60, 1) + " h",
        < 1.05 * MinutesPerDay => "1 day",
        < 100 * MinutesPerDay => Decimals(value / MinutesPerDay, 1) + " days",
        _ => Compact(value / MinutesPerDay) + " days",
    };

    private static string Decimals(double value, int decimals)
    {
        var format = decimals == 0 ? "#,0" : "#,0." + new string('#', decimals);
        return Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString(format, CultureInfo.InvariantCulture);
    }
}
