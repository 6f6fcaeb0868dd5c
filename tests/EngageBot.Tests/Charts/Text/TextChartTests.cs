using EngageBot.Charts;
using EngageBot.Charts.Drawing;

namespace EngageBot.Tests.Charts.Text;

public sealed class TextChartTests
{
    [Fact]
    public void Bars_are_in_proportion_and_aligned()
    {
        var chart = new BarChart { Title = "Posts", Unit = ChartUnit.Of("posts"), Bars = [new("#help", 100), new("#質問", 50), new("#🌸", 25)] };

        Assert.Equal(
            """
            Posts
            #help ██████████████████ 100
            #質問 █████████           50
            #🌸   ████▌               25
            """, chart.ToText(28));
    }

    [Fact]
    public void Values_stand_below_each_other_whatever_the_script()
    {
        var lines = Sample.Bars("質問と回答 さくら🌸", 33, ChartUnit.Percent).ToText(50).Split('\n').Where(line => line.Contains('%', StringComparison.Ordinal)).ToList();

        Assert.Equal(4, lines.Count);
        Assert.Single(lines.Select(line => DisplayWidth.Of(line[..line.IndexOf('%', StringComparison.Ordinal)])).Distinct());
    }

    [Fact]
    public void A_series_is_a_sparkline_with_its_gaps()
    {
        var chart = new TimeSeriesChart
        {
            Title = "Response rate",
            Unit = ChartUnit.Percent,
            Series = [new("answered", [Week(0, 0), Week(1, 50), Week(2, null), Week(3, 100)])],
        };

        Assert.Equal("Response rate\nanswered ▁▅·█ 100%\n3 Mar – 24 Mar 2025", chart.ToText(60));
    }

    [Fact]
    public void A_long_series_is_averaged_into_the_columns_there_are()
    {
        var chart = new TimeSeriesChart
        {
            Title = "t",
            Unit = ChartUnit.Percent,
            Series = [new("a", [.. Enumerable.Range(0, 500).Select(day => new TimePoint(Sample.Monday.AddDays(day), day))])],
        };
        var line = chart.ToText(40).Split('\n')[1];

        Assert.InRange(DisplayWidth.Of(line), 30, 40);
        Assert.Equal(line.IndexOf('█', StringComparison.Ordinal), line.LastIndexOf('▇') + 1);
    }

    [Fact]
    public void A_week_is_seven_lines_of_hours()
    {
        var lines = Sample.Hours("t", 10, ChartUnit.Minutes).ToText(40).Split('\n');

        Assert.Equal("Mon ·········░··············", lines.Single(line => line.StartsWith("Mon", StringComparison.Ordinal)));
        Assert.Equal("Sun ·······················█", lines.Single(line => line.StartsWith("Sun", StringComparison.Ordinal)));
        Assert.Equal("░ 10 min  █ 1.2 h  · no data", lines[^1]);
    }

    [Fact]
    public void A_network_is_its_strongest_pairs()
    {
        var chart = new NetworkChart { Title = "Who", Nodes = [new(1, "ada", 5), new(2, "bob", 3)], Edges = [new(1, 2, 5), new(2, 1, 3)] };

        Assert.Equal("Who\nada ↔ bob  8\n2 members", chart.ToText(40));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(33)]
    [InlineData(80)]
    [InlineData(100_000)]
    public void No_line_is_wider_than_allowed(int width) => Assert.All(
        Sample.EveryChart("👩🏽‍💻 質問と回答 a very long name", 1234567).SelectMany(chart => chart.ToText(width).Split('\n')),
        line => Assert.InRange(DisplayWidth.Of(line), 0, Math.Clamp(width, 20, 200)));

    private static TimePoint Week(int week, double? value) => new(Sample.Monday.AddDays(7 * week), value);
}
