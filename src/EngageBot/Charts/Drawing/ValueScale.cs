namespace EngageBot.Charts.Drawing;

/// <summary>Maps values to pixels along one direction, and says where the marks are.</summary>
internal sealed class ValueScale
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _start;
    private readonly double _end;
    private readonly bool _logarithmic;

    private ValueScale(double low, double high, (double Start, double End) pixels, bool logarithmic)
    {
        (_low, _high) = logarithmic ? (Math.Log(low), Math.Log(high)) : (low, high);
        (_start, _end) = pixels;
        _logarithmic = logarithmic;
    }

    public required IReadOnlyList<double> Ticks { get; init; }

    public static ValueScale Linear(ChartUnit unit, double max, int ticks, double start, double end)
    {
        var marks = unit.Ticks(max, ticks);
        return new ValueScale(0, marks[^1], (start, end), logarithmic: false) { Ticks = marks };
    }

    /// <summary>A logarithmic scale of time; its marks are thinned where they would be closer than <paramref name="gap"/> pixels.</summary>
    public static ValueScale Log(double low, double high, double gap, double start, double end)
    {
        var all = new ValueScale(low, high, (start, end), logarithmic: true) { Ticks = [] };
        var marks = new List<double>();
        foreach (var mark in DurationTicks.Within(low, high))
        {
            if (marks.Count == 0 || Math.Abs(all.At(mark) - all.At(marks[^1])) >= gap)
            {
                marks.Add(mark);
            }
        }

        return new ValueScale(low, high, (start, end), logarithmic: true) { Ticks = marks };
    }

    public double At(double value)
    {
        var position = _logarithmic ? Math.Log(Math.Max(value, double.Epsilon)) : value;
        return _start + (Math.Clamp((position - _low) / (_high - _low), 0, 1) * (_end - _start));
    }
}
