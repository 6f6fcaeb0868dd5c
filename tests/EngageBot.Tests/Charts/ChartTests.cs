using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EngageBot.Charts;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Charts;

public sealed partial class ChartTests
{
    private static readonly ChartLook[] Looks = [new(ChartTheme.Page, ChartLook.Narrow), new(ChartTheme.Light), new(ChartTheme.Dark, ChartLook.Chat)];

    private static readonly string[] Elements = ["svg", "title", "desc", "rect", "line", "circle", "path", "text", "g"];

    private static readonly HashSet<string> Attributes =
    [
        "viewBox", "width", "height", "class", "role", "aria-labelledby", "font-family", "fill", "id", "rx", "x", "y", "x1", "x2", "y1", "y2", "cx",
        "cy", "r", "d", "font-size", "font-weight", "text-anchor", "stroke", "stroke-width", "stroke-linejoin", "stroke-linecap", "stroke-opacity",
        "fill-opacity", "opacity", "stroke-dasharray", "paint-order", "pointer-events", "xmlns",
    ];

    [Fact]
    public void Every_chart_is_well_formed_whatever_names_people_choose() => Prop.ForAll(Hostile.Names, name =>
    {
        foreach (var chart in Sample.EveryChart(name))
        {
            foreach (var look in Looks)
            {
                AssertHarmless(chart.ToSvg(look));
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void No_text_turns_its_surroundings_around_or_hides_in_them() => Prop.ForAll(Hostile.Names, name =>
    {
        foreach (var svg in Sample.EveryChart(name).Select(chart => chart.ToSvg(Svg.Light)))
        {
            Assert.DoesNotMatch(Unwanted(), svg);
            Assert.All(Svg.Parse(svg).DescendantsAndSelf().SelectMany(element => element.Nodes().OfType<XText>()), text => AssertBalanced(text.Value));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    [InlineData(99.999)]
    [InlineData(1e15)]
    [InlineData(1e300)]
    [InlineData(double.MaxValue)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Whatever_the_values_every_coordinate_is_a_number_within_the_picture(double value)
    {
        foreach (var chart in Sample.EveryChart("ada", value))
        {
            foreach (var look in Looks)
            {
                var svg = chart.ToSvg(look);
                AssertHarmless(svg);
                AssertInside(Svg.Parse(svg));
            }

            Assert.DoesNotContain("NaN", chart.ToText(60), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_chart_gives_the_same_picture()
    {
        foreach (var (one, other) in Sample.EveryChart("ada").Append(Sample.Sixty()).Zip(Sample.EveryChart("ada").Append(Sample.Sixty())))
        {
            Assert.Equal(one.ToSvg(Looks[1]), other.ToSvg(Looks[1]));
        }
    }

    [Fact]
    public void A_chart_without_data_says_so()
    {
        Assert.All(Sample.EveryEmptyChart(), chart =>
        {
            Assert.Contains("no data yet", Svg.Draw(chart).Words());
            Assert.Contains("no data yet", chart.ToText(60), StringComparison.Ordinal);
            Assert.Contains("no data yet", Svg.Draw(chart).All("desc").Single().Value, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void A_screen_reader_is_told_title_and_content()
    {
        foreach (var svg in Sample.EveryChart("ada").Select(Svg.Draw))
        {
            Assert.Equal("img", svg.Attribute("role")!.Value);
            var ids = svg.Attribute("aria-labelledby")!.Value.Split(' ');
            var named = ids.Select(id => svg.Elements().Single(element => element.Attribute("id")?.Value == id).Value).ToList();
            Assert.Equal("ada", named[0]);
            Assert.True(named[1].Length > 10);
        }
    }

    [Fact]
    public void Ids_differ_between_charts_and_between_looks()
    {
        var ids = Sample.EveryChart("ada").SelectMany(chart => Looks.Select(look => chart.ToSvg(look)))
            .Select(svg => Svg.Parse(svg).Elements().First().Attribute("id")!.Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void An_id_given_by_the_page_is_used_as_far_as_it_is_safe()
    {
        var svg = Svg.Parse(Sample.Sixty().ToSvg(new ChartLook(ChartTheme.Page, Id: "my \"<chart>-1")));

        Assert.Equal("chart-mychart-1-title chart-mychart-1-desc", svg.Attribute("aria-labelledby")!.Value);
    }

    [Fact]
    public void Only_a_page_gets_colours_by_custom_property()
    {
        Assert.All(Sample.EveryChart("ada"), chart =>
        {
            Assert.Contains("var(--chart-ink, #1b2126)", chart.ToSvg(new ChartLook(ChartTheme.Page)), StringComparison.Ordinal);
            Assert.DoesNotContain("var(", chart.ToSvg(new ChartLook(ChartTheme.Light)), StringComparison.Ordinal);
            Assert.DoesNotContain("var(", chart.ToSvg(new ChartLook(ChartTheme.Dark)), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Text_stays_within_the_width_asked_for_whatever_the_names() => Prop.ForAll(Hostile.Names, name =>
    {
        foreach (var line in Sample.EveryChart(name).SelectMany(chart => chart.ToText(44).Split('\n')))
        {
            Assert.InRange(EngageBot.Charts.Drawing.DisplayWidth.Of(line), 0, 44);
            Assert.DoesNotContain("`", line, StringComparison.Ordinal);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static void AssertHarmless(string svg)
    {
        var root = Svg.Parse(svg);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", svg, StringComparison.OrdinalIgnoreCase);
        Assert.All(root.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, Elements));
        Assert.All(root.DescendantsAndSelf().Attributes(), attribute => Assert.Contains(attribute.Name.LocalName, Attributes));
        Assert.All(root.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.LocalName is "fill" or "stroke" or "d"),
            attribute => Assert.DoesNotContain("url(", attribute.Value, StringComparison.Ordinal));
    }

    private static void AssertInside(XElement root)
    {
        var (width, height) = (root.Number("width"), root.Number("height"));
        foreach (var attribute in root.Descendants().Attributes().Where(attribute => Coordinate().IsMatch(attribute.Name.LocalName)))
        {
            var value = double.Parse(attribute.Value, CultureInfo.InvariantCulture);
            Assert.InRange(value, 0, attribute.Name.LocalName.Contains('y') || attribute.Name.LocalName == "height" ? height : width);
        }
    }

    private static void AssertBalanced(string text)
    {
        var depth = 0;
        foreach (var character in text)
        {
            depth += character switch { '\u2068' => 1, '\u2069' => -1, _ => 0 };
            Assert.InRange(depth, 0, 1);
        }

        Assert.Equal(0, depth);
    }

    [GeneratedRegex("[\u202a-\u202e\u2066\u2067\u200b\u200e\u200f\u061c\ufeff\u0080-\u009f]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unwanted();

    [GeneratedRegex("^(x|y|x1|x2|y1|y2|cx|cy|width|height)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Coordinate();
}
