using System.Xml.Linq;
using EngageBot.Charts;

namespace EngageBot.Tests.Charts;

public sealed class TimeSeriesChartTests
{
    private static readonly DateTimeOffset Monday = Sample.Monday;

    [Fact]
    public void A_gap_in_the_data_is_a_gap_in_the_line()
    {
        Assert.Single(Lines(Weekly(10, 20, 30, 40)));
        Assert.Equal(2, Lines(Weekly(10, 20, null, 40, 50)).Count);
    }

    [Fact]
    public void A_week_that_is_missing_is_a_gap_as_well()
    {
        var chart = Of([new(Monday, 1), new(Monday.AddDays(7), 2), new(Monday.AddDays(21), 3), new(Monday.AddDays(28), 4)]);

        Assert.Equal(2, Lines(chart).Count);
    }

    [Fact]
    public void A_value_between_gaps_is_a_dot() => Assert.Contains(Svg.Draw(Weekly(10, null, 30, null, 50)).All("circle"), circle => circle.Number("r") == 3);

    [Fact]
    public void One_point_is_enough()
    {
        var svg = Svg.Draw(Weekly(40));

        Assert.Contains("40%", svg.Words());
        Assert.Contains("3 Mar", svg.Words());
        Assert.NotEmpty(svg.All("circle"));
    }

    [Fact]
    public void Heights_are_in_proportion()
    {
        var svg = Svg.Draw(Weekly(0, 25, 50, 100));
        var y = svg.All("circle").Take(4).Select(circle => circle.Number("cy")).ToList();

        Assert.Equal((y[0] - y[3]) / 4, y[0] - y[1], tolerance: 0.2);
        Assert.Equal((y[0] - y[3]) / 2, y[0] - y[2], tolerance: 0.2);
    }

    [Fact]
    public void Distances_follow_the_time_and_not_the_number_of_points()
    {
        var chart = Of([new(Monday, 1), new(Monday.AddDays(7), 2), new(Monday.AddDays(28), 3)]) with { Step = TimeSpan.FromDays(30) };
        var x = Svg.Draw(chart).All("circle").Take(3).Select(circle => circle.Number("cx")).ToList();

        Assert.Equal((x[1] - x[0]) * 4, x[2] - x[0], tolerance: 0.2);
    }

    [Fact]
    public void The_order_of_the_points_does_not_matter()
    {
        var chart = Weekly(10, 20, 30);
        var reversed = chart with { Series = [chart.Series[0] with { Points = [.. chart.Series[0].Points.Reverse()] }] };

        Assert.Equal(chart.ToSvg(Svg.Light), reversed.ToSvg(Svg.Light));
    }

    [Fact]
    public void Pointing_at_a_week_tells_its_values()
    {
        var chart = Weekly(62, 50) with { Counts = [new(Monday, 120)] };

        Assert.Equal("week of 3 Mar 2025\n\u2068answered\u2069: 62%\n120 posts", Svg.Draw(chart).WithTip("rect")[0].Tip());
    }

    [Fact]
    public void Count_bars_are_in_proportion()
    {
        var chart = Weekly(62, 50, 40) with { Counts = [new(Monday, 100), new(Monday.AddDays(7), 50), new(Monday.AddDays(14), 0)] };
        var bars = Svg.Draw(chart).All("rect").Where(rect => rect.Attribute("fill")!.Value == "#d3dae0").ToList();

        Assert.Equal(2, bars.Count);
        Assert.Equal(bars[0].Number("height") / 2, bars[1].Number("height"), 1);
    }

    [Fact]
    public void Two_lines_that_end_together_have_labels_that_do_not_touch()
    {
        var chart = Weekly(50, 50);
        chart = chart with { Series = [chart.Series[0], new("p90", chart.Series[0].Points)] };
        var y = Svg.Draw(chart).All("text").Where(text => text.Value is "answered" or "p90").Select(text => text.Number("y")).ToList();

        Assert.True(Math.Abs(y[0] - y[1]) >= 30);
    }

    [Fact]
    public void A_logarithmic_axis_shows_minutes_and_days_at_once()
    {
        var chart = Of([new(Monday, 5), new(Monday.AddDays(7), 2000)]) with { Unit = ChartUnit.Minutes, IsLogarithmic = true };

        Assert.Superset(new HashSet<string> { "1 min", "10 min", "1 h", "1 day" }, Svg.Draw(chart).Words().ToHashSet());
    }

    [Fact]
    public void A_date_from_outside_of_time_does_not_press_the_rest_into_one_pixel()
    {
        var chart = Of([new(DateTimeOffset.MinValue, 1), new(Monday, 2), new(Monday.AddDays(7), 3), new(DateTimeOffset.MaxValue, 4)]);

        Assert.Equal(2, Svg.Draw(chart).WithTip("rect").Count);
    }

    [Fact]
    public void A_description_tells_the_course()
    {
        var description = Svg.Draw(Weekly(10, null, 30)).All("desc").Single().Value;

        Assert.Equal("Line chart. \u2068answered\u2069, 3 Mar – 17 Mar 2025: last 30%, lowest 10%, highest 30%.", description);
    }

    private static IReadOnlyList<XElement> Lines(Chart chart) => [.. Svg.Draw(chart).All("path").Where(path => path.Attribute("stroke") is not null)];

    private static TimeSeriesChart Weekly(params double?[] values) => Of([.. values.Select((value, week) => new TimePoint(Monday.AddDays(7 * week), value))]);

    private static TimeSeriesChart Of(IReadOnlyList<TimePoint> points) =>
        new() { Title = "Response rate", Unit = ChartUnit.Percent, Series = [new("answered", points)] };
}
