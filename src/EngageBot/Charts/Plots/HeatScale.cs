using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Plots;

/// <summary>Sorts values into at most as many classes as there are colours, with round bounds.</summary>
internal sealed class HeatScale
{
    private readonly int _colours;

    public HeatScale(ChartUnit unit, IReadOnlyCollection<double> values, int colours)
    {
        _colours = colours;
        var (min, max) = (values.Min(), values.Max());
        Bounds = unit.IsTime ? DurationTicks.Classes(min, max, colours) : Even(min, max, colours, unit.IsCount ? 1 : 0);
    }

    public IReadOnlyList<double> Bounds { get; }

    public int Classes => Bounds.Count - 1;

    /// <summary>The classes are spread over the whole palette, so that few classes still differ well.</summary>
    public int ColourOfClass(int index) => Classes == 1 ? _colours / 2 : (int)Math.Round(index * (_colours - 1.0) / (Classes - 1));

    public int ColourOf(double value)
    {
        var index = Bounds.Skip(1).TakeWhile(bound => value >= bound).Count();
        return ColourOfClass(Math.Min(index, Classes - 1));
    }

    private static IReadOnlyList<double> Even(double min, double max, int classes, double least)
    {
        var step = Math.Max(least, NiceTicks.Step((max - min) / classes));
        var bounds = NiceTicks.Between(min, max, step);
        return bounds.Count - 1 <= classes ? bounds : NiceTicks.Between(min, max, NiceTicks.Step(step * 1.01));
    }
}
