using EngageBot.Charts.Drawing;

namespace EngageBot.Charts;

/// <summary>What the values of a chart are, and how they are written.</summary>
public sealed record ChartUnit
{
    private const string Share = "percent";

    private readonly Func<double, string> _format;
    private readonly Func<double, int, IReadOnlyList<double>> _ticks;

    private ChartUnit(string name, Func<double, string> format, Func<double, int, IReadOnlyList<double>> ticks) =>
        (Name, _format, _ticks) = (name, format, ticks);

    /// <summary>Shares, from 0 to 100.</summary>
    public static ChartUnit Percent { get; } = new(Share, HumanNumber.Percent, NiceTicks.UpTo);

    /// <summary>Lengths of time; the values are minutes, what is shown may be seconds, hours or days.</summary>
    public static ChartUnit Minutes { get; } = new("time", HumanNumber.Minutes, DurationTicks.UpTo);

    /// <summary>The noun for the axis: "posts", "time".</summary>
    public string Name { get; }

    internal bool IsPercent => Name == Share;

    internal bool IsTime => Equals(Minutes);

    internal bool IsCount => !IsPercent && !IsTime;

    /// <summary>The same as it is written in another language.</summary>
    /// <param name="write">Of a number as in English, without its sign ("0.5").</param>
    public static ChartUnit PercentAs(Func<string, string> write) => new(Share, value => HumanNumber.Percent(value) is [.. var number, '%'] ? write(number) : HumanNumber.Percent(value), NiceTicks.UpTo);

    /// <summary>Things that are counted: posts, replies, members.</summary>
    public static ChartUnit Of(string noun) => new(noun, HumanNumber.Count, NiceTicks.WholeUpTo);

    /// <summary>The value with its unit: "38%", "41 min", "1,204".</summary>
    public string Format(double value) => _format(value);

    /// <summary>The value where its noun is not written nearby: "38%", "41 min", "1,204 posts".</summary>
    internal string FormatInWords(double value) => IsCount ? HumanNumber.Counted(value, Name) : Format(value);

    internal string FormatTick(double value) => IsCount ? HumanNumber.Compact(value) : Format(value);

    /// <summary>From 0 to the first step at or above <paramref name="max"/>, in about <paramref name="count"/> steps.</summary>
    internal IReadOnlyList<double> Ticks(double max, int count) => _ticks(max, count);
}
