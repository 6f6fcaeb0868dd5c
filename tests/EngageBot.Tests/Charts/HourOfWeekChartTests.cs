using EngageBot.Charts;

namespace EngageBot.Tests.Charts;

public sealed class HourOfWeekChartTests
{
    [Fact]
    public void The_week_begins_on_monday_and_the_day_at_midnight()
    {
        var svg = Svg.Draw(Of(new(DayOfWeek.Monday, 0, 10, 3), new(DayOfWeek.Sunday, 23, 90, 1)));
        var (first, last) = (svg.WithTip("rect")[0], svg.WithTip("rect")[1]);

        Assert.Equal("Mon 00:00: 10% (3 posts)", first.Tip());
        Assert.Equal("Sun 23:00: 90% (1 post)", last.Tip());
        Assert.True(first.Number("x") < last.Number("x") && first.Number("y") < last.Number("y"));
    }

    [Fact]
    public void Hours_without_data_are_dots_and_no_tiles()
    {
        var svg = Svg.Draw(Of(new(DayOfWeek.Monday, 0, 10, 3), new(DayOfWeek.Tuesday, 5, null, 0)));

        Assert.Equal(167 + 1, svg.All("circle").Count); // and one in the legend
    }

    [Fact]
    public void More_is_darker_and_the_legend_has_round_bounds()
    {
        var svg = Svg.Draw(Of(new(DayOfWeek.Monday, 0, 31, 3), new(DayOfWeek.Monday, 1, 52, 3), new(DayOfWeek.Monday, 2, 79, 3)));
        var tiles = svg.WithTip("rect").Take(3).Select(tile => tile.Attribute("fill")!.Value).ToList();

        Assert.Equal(3, tiles.Distinct().Count());
        Assert.Equal("#0f4c72", tiles[2]);
        Assert.Superset(new HashSet<string> { "30%", "40%", "50%", "60%", "70%", "80%" }, svg.Words().ToHashSet());
    }

    [Fact]
    public void Times_have_bounds_from_the_clock()
    {
        var chart = Of(new(DayOfWeek.Monday, 0, 12, 3), new(DayOfWeek.Monday, 1, 700, 3)) with { Unit = ChartUnit.Minutes };

        Assert.Superset(new HashSet<string> { "10 min", "30 min", "2 h", "6 h", "1 day" }, Svg.Draw(chart).Words().ToHashSet());
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(0, 0)]
    [InlineData(0, 1e15)]
    [InlineData(70, 1e15)]
    [InlineData(0.001, 0.002)]
    public void There_are_never_more_classes_than_colours(double low, double high)
    {
        foreach (var unit in (ChartUnit[])[ChartUnit.Percent, ChartUnit.Minutes, ChartUnit.Of("posts")])
        {
            var scale = new EngageBot.Charts.Plots.HeatScale(unit, [low, high], 6);

            Assert.InRange(scale.Classes, 1, 6);
            Assert.True(scale.Bounds[0] <= low && high <= scale.Bounds[^1]);
            Assert.InRange(scale.ColourOf(low), 0, scale.ColourOf(high));
            Assert.InRange(scale.ColourOf(high), 0, 5);
        }
    }

    [Fact]
    public void Cells_that_are_on_no_clock_are_ignored() =>
        Assert.Contains("no data yet", Svg.Draw(Of(new(DayOfWeek.Monday, 24, 1, 1), new(DayOfWeek.Monday, -1, 1, 1), new((DayOfWeek)9, 1, 1, 1))).Words());

    private static HourOfWeekChart Of(params HourOfWeekCell[] cells) => new() { Title = "When posts are answered", Unit = ChartUnit.Percent, Cells = cells };
}
