using System.Xml.Linq;
using EngageBot.Charts;

namespace EngageBot.Tests.Charts;

public sealed class BarChartTests
{
    [Theory]
    [InlineData(ChartLook.Wide)]
    [InlineData(ChartLook.Narrow)]
    public void Lengths_are_in_proportion(int width)
    {
        var bars = Bars(Of(ChartUnit.Of("posts"), 200, 100, 50, 0), width);

        Assert.Equal(bars[0].Number("width") / 2, bars[1].Number("width"), 1);
        Assert.Equal(bars[0].Number("width") / 4, bars[2].Number("width"), 1);
        Assert.Equal(0, bars[3].Number("width"), 1);
    }

    [Fact]
    public void Large_shares_are_drawn_against_the_whole()
    {
        var svg = Svg.Draw(Of(ChartUnit.Percent, 75, 25));
        var track = svg.All("rect").First(rect => rect.Attribute("fill")!.Value == "#f1f4f6");

        Assert.Equal(track.Number("width") * 0.75, svg.WithTip("rect")[0].Number("width"), 1);
    }

    [Fact]
    public void The_largest_come_first_unless_an_order_is_given()
    {
        var chart = Of(ChartUnit.Of("posts"), 1, 3, 2);

        Assert.Equal(["3", "2", "1"], Svg.Draw(chart).Words().Where(text => text.Length == 1));
        Assert.Equal(["1", "3", "2"], Svg.Draw(chart with { KeepsOrder = true }).Words().Where(text => text.Length == 1));
    }

    [Fact]
    public void The_rest_of_counts_is_added_up_and_that_of_shares_is_told_as_a_range()
    {
        Assert.Contains("3 more channels: 60 posts", Svg.Draw(Of(ChartUnit.Of("posts"), 50, 40, 30, 20, 10) with { Top = 2 }).Words());
        Assert.Contains("3 more channels: 10% to 30%", Svg.Draw(Of(ChartUnit.Percent, 50, 40, 30, 20, 10) with { Top = 2 }).Words());
    }

    [Fact]
    public void Values_that_are_no_numbers_are_left_out() => Assert.Single(Bars(Of(ChartUnit.Percent, double.NaN, 50), ChartLook.Wide));

    [Fact]
    public void Pointing_at_a_bar_tells_everything() =>
        Assert.Equal("\u2068#0\u2069: 62% (n=120)", Bars(Named("#0"), ChartLook.Wide).Single().Tip());

    [Theory]
    [InlineData(ChartLook.Wide)]
    [InlineData(ChartLook.Narrow)]
    public void A_long_name_is_cut_and_stays_whole_in_the_tip(int width)
    {
        var name = new string('x', 90);
        var svg = Svg.Parse(Named(name).ToSvg(new ChartLook(ChartTheme.Light, width)));

        Assert.Contains(svg.Words(), text => text.StartsWith("xxx", StringComparison.Ordinal) && text.EndsWith('…'));
        Assert.Contains(name, svg.WithTip("rect").Single().Tip(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<XElement> Bars(BarChart chart, int width) => Svg.Parse(chart.ToSvg(new ChartLook(ChartTheme.Light, width))).WithTip("rect");

    private static BarChart Named(string name) => new() { Title = "t", Unit = ChartUnit.Percent, Bars = [new(name, 62, "n=120")] };

    private static BarChart Of(ChartUnit unit, params double[] values) =>
        new() { Title = "Posts", Unit = unit, Bars = [.. values.Select((value, index) => new Bar("#" + (char)('a' + index), value))] };
}
