using EngageBot.Charts;

namespace EngageBot.Tests.Charts;

/// <summary>One chart of each kind, with whatever text a stranger might have written in every place that takes text.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Monday = new(2025, 3, 3, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Chart> EveryChart(string text, double value = 12) =>
    [
        Series(text, value, ChartUnit.Percent), Series(text, value, ChartUnit.Minutes) with { IsLogarithmic = true }, Series(text, value, ChartUnit.Of(text)),
        Bars(text, value, ChartUnit.Percent), Bars(text, value, ChartUnit.Of(text)) with { Top = 2, Noun = text },
        Hours(text, value, ChartUnit.Minutes), Hours(text, value, ChartUnit.Of(text)), Hours(text, value, ChartUnit.Percent),
        Network(text, value),
        new Histogram { Title = text, Caption = text, CountNoun = text, Minutes = [value, value * 2, 1, 3000] },
        Card(text, value),
    ];

    public static IReadOnlyList<Chart> EveryEmptyChart() =>
    [
        Series("t", 1, ChartUnit.Percent) with { Series = [], Counts = [] },
        Bars("t", 1, ChartUnit.Percent) with { Bars = [] },
        Hours("t", 1, ChartUnit.Percent) with { Cells = [] },
        Network("t", 1) with { Nodes = [], Edges = [] },
        new Histogram { Title = "t", Minutes = [] },
        new StatCard { Title = "t" },
    ];

    public static TimeSeriesChart Series(string text, double value, ChartUnit unit) => new()
    {
        Title = text,
        Caption = text,
        Unit = unit,
        CountNoun = text,
        Series =
        [
            new(text, [new(Monday, value), new(Monday.AddDays(7), null), new(Monday.AddDays(14), value / 2)]),
            new(text, [new(Monday, value * 3)]),
        ],
        Counts = [new(Monday, value), new(Monday.AddDays(14), 3)],
    };

    public static BarChart Bars(string text, double value, ChartUnit unit) => new()
    {
        Title = text,
        Caption = text,
        Unit = unit,
        Bars = [new(text, value, text), new("#help", 50, "n=120"), new(text + text, 20), new("#dev", 10)],
    };

    public static HourOfWeekChart Hours(string text, double value, ChartUnit unit) => new()
    {
        Title = text,
        Caption = text,
        Unit = unit,
        CountNoun = text,
        Cells = [new(DayOfWeek.Monday, 9, value, 4), new(DayOfWeek.Sunday, 23, 70, 2), new(DayOfWeek.Friday, 0, null, 0)],
    };

    public static StatCard Card(string text, double value) => new()
    {
        Title = text,
        Caption = text,
        Product = text,
        DotNoun = text,
        AnsweredShare = value,
        Figures = [new(text, text), new("38%", text), new(text, "")],
    };

    public static NetworkChart Network(string text, double value) => new()
    {
        Title = text,
        Caption = text,
        Members = 1204,
        Nodes = [new(1, text, value), new(2, text + "2", 3), new(3, null, 1), new(4, "ada", 9)],
        Edges = [new(1, 2, value), new(2, 1, 1), new(3, 4, 2), new(4, 4, 1), new(4, 99, 1)],
    };

    /// <summary>A community of sixty in four groups, always the same.</summary>
    public static NetworkChart Sixty()
    {
        var random = new Random(7);
        var edges = Enumerable.Range(0, 500).Select(_ => (From: random.Next(60), To: random.Next(60), Weight: random.Next(1, 9)))
            .Where(edge => edge.From % 4 == edge.To % 4 || edge.Weight == 1).Select(edge => new NetworkEdge(edge.From, edge.To, edge.Weight));
        var nodes = Enumerable.Range(0, 60).Select(id => new NetworkNode(id, "member " + id, 60 - (id / 2)));
        return new NetworkChart { Title = "Who answers whom", Members = 1204, Nodes = [.. nodes], Edges = [.. edges] };
    }
}
