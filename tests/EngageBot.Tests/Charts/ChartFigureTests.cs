using System.Xml.Linq;
using EngageBot.Charts;

namespace EngageBot.Tests.Charts;

public sealed class ChartFigureTests
{
    [Fact]
    public void A_figure_holds_a_wide_and_a_narrow_rendering_with_ids_of_their_own()
    {
        var figure = Svg.Parse(ChartFigure.ToHtml(Sample.Bars("ada", 12, ChartUnit.Percent)));
        var ids = figure.Descendants().Attributes("id").Select(id => id.Value).ToList();

        Assert.Equal([720, 360], figure.All("svg").Select(svg => svg.Number("width")));
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public void The_same_chart_twice_on_a_page_gets_its_ids_from_the_page()
    {
        var chart = Sample.Bars("ada", 12, ChartUnit.Percent);
        var page = Svg.Parse($"<div>{ChartFigure.ToHtml(chart, "one")}{ChartFigure.ToHtml(chart, "two")}</div>");

        Assert.Equal(8, page.Descendants().Attributes("id").Select(id => id.Value).Distinct().Count());
    }

    [Fact]
    public void A_card_has_one_size_and_is_there_once() => Assert.Single(Svg.Parse(ChartFigure.ToHtml(new StatCard { Title = "t" })).All("svg"));
}
