using EngageBot.Charts;
using EngageBot.Charts.Drawing;
using EngageBot.Charts.Network;

namespace EngageBot.Tests.Charts;

public sealed class NetworkChartTests
{
    [Fact]
    public void Two_edges_in_opposite_directions_are_one_line_that_goes_both_ways()
    {
        var svg = Svg.Draw(Of(new NetworkEdge(1, 2, 5), new NetworkEdge(2, 1, 3), new NetworkEdge(1, 3, 2)));

        Assert.Equal(
            ["\u2068m1\u2069 answers \u2068m3\u2069: 2", "\u2068m2\u2069 and \u2068m1\u2069 answer each other: 8"],
            svg.WithTip("path").Select(path => path.Tip()));
    }

    [Fact]
    public void An_edge_may_say_itself_that_it_goes_both_ways() =>
        Assert.True(NetworkSelection.Of(Nodes(2), [new(1, 2, 5, IsReciprocal: true)], 60, 200).Links.Single().IsMutual);

    [Fact]
    public void Only_one_way_lines_have_an_arrow_head()
    {
        Assert.Empty(Heads(Of(new NetworkEdge(1, 2, 5), new NetworkEdge(2, 1, 3))));
        Assert.Single(Heads(Of(new NetworkEdge(1, 2, 5))));

        static IEnumerable<string> Heads(Chart chart) => Svg.Draw(chart).All("path")
            .Where(path => path.Attribute("stroke") is null && !path.Attribute("d")!.Value.Contains('l')).Select(path => path.Attribute("d")!.Value);
    }

    [Fact]
    public void The_heaviest_are_drawn_and_it_is_said_that_there_are_more()
    {
        var svg = Svg.Draw(Sample.Sixty() with { MostNodes = 30, MostEdges = 5 });

        Assert.Equal(30, svg.WithTip("circle").Count);
        Assert.Equal(5, svg.WithTip("path").Count);
        Assert.Contains("30 of 1,204 members", svg.Words());
        Assert.Contains(svg.WithTip("circle"), circle => circle.Tip().Contains("member 0", StringComparison.Ordinal));
        Assert.DoesNotContain(svg.WithTip("circle"), circle => circle.Tip().Contains("member 30", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_answers_more_has_the_larger_dot()
    {
        var byName = Svg.Draw(Of(new NetworkEdge(1, 2, 1))).WithTip("circle").OrderBy(circle => circle.Tip(), StringComparer.Ordinal);
        var radii = byName.Select(circle => circle.Number("r")).ToList();

        Assert.Equal(radii.Distinct().Order(), radii);
    }

    [Fact]
    public void Somebody_who_is_not_to_be_named_is_not()
    {
        var chart = Of(new NetworkEdge(1, 2, 1)) with { Nodes = [new(1, null, 5), new(2, "ada", 3)] };

        Assert.Contains(Svg.Draw(chart).WithTip("circle"), circle => circle.Tip() == "a member\nreplies given: 5");
        Assert.Single(Svg.Draw(chart).Words(), "ada");
        Assert.DoesNotContain("ada", chart.ToText(60), StringComparison.Ordinal);
    }

    [Fact]
    public void Dots_do_not_overlap()
    {
        var knot = Enumerable.Range(0, 28).Select(node => (X: 50.0 + (node % 6), Y: 50.0 + (node / 6)));
        var places = Placement.Fit([(0, 0), (100, 100), .. knot], [.. Enumerable.Repeat(5.0, 30)], new Box(0, 0, 300, 300));
        var pairs = places.SelectMany((one, index) => places.Skip(index + 1).Select(other => (one, other)));

        Assert.DoesNotContain(pairs, pair => Distance(pair.one, pair.other) < 10);
    }

    [Fact]
    public void Those_who_answer_each_other_are_one_group()
    {
        NetworkLink[] links =
        [
            new(0, 1, 5, true), new(1, 2, 5, true), new(0, 2, 5, true),
            new(3, 4, 5, true), new(4, 5, 5, true), new(3, 5, 5, true),
            new(2, 3, 1, false),
        ];

        Assert.Equal([0, 0, 0, 1, 1, 1, 2], CommunityFinder.GroupsOf(7, links));
    }

    [Fact]
    public void Groups_are_nearer_to_themselves_than_to_others()
    {
        var chart = Sample.Sixty();
        var selection = chart.Select();
        var groups = CommunityFinder.GroupsOf(60, selection.Links);
        var places = ForceLayout.Place(selection.Links, groups, 1);
        var pairs = Enumerable.Range(0, 60).SelectMany(one => Enumerable.Range(0, one).Select(other => (one, other)));
        var distances = pairs.ToLookup(pair => groups[pair.one] == groups[pair.other], pair => Distance(places[pair.one], places[pair.other]));

        Assert.InRange(groups.Max(), 3, 8);
        Assert.True(distances[true].Average() * 1.5 < distances[false].Average());
    }

    [Fact]
    public void Another_seed_is_another_picture_and_the_same_seed_the_same()
    {
        Assert.Equal(Sample.Sixty().ToSvg(Svg.Light), Sample.Sixty().ToSvg(Svg.Light));
        Assert.NotEqual(Sample.Sixty().ToSvg(Svg.Light), (Sample.Sixty() with { Seed = 2 }).ToSvg(Svg.Light));
    }

    [Fact]
    public void The_order_of_the_input_does_not_matter()
    {
        var chart = Sample.Sixty();

        Assert.Equal(chart.ToSvg(Svg.Light), (chart with { Nodes = [.. chart.Nodes.Reverse()], Edges = [.. chart.Edges.Reverse()] }).ToSvg(Svg.Light));
    }

    [Fact]
    public void Of_thousands_of_members_no_more_are_laid_out_than_a_picture_has_room_for()
    {
        var edges = Enumerable.Range(0, 20_000).Select(edge => new NetworkEdge(4_901 + (edge % 100), 4_901 + (edge / 100 % 100), edge));
        var selection = (Of([.. edges]) with { Nodes = Nodes(5_000) }).Select();

        Assert.Equal((60, 200), (selection.Nodes.Count, selection.Links.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_member_alone_can_be_drawn(int members) => Assert.Equal(members, Svg.Draw(Of() with { Nodes = Nodes(members) }).WithTip("circle").Count);

    private static double Distance((double X, double Y) one, (double X, double Y) other) =>
        Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2));

    private static NetworkNode[] Nodes(int count) => [.. Enumerable.Range(1, count).Select(id => new NetworkNode(id, "m" + id, id))];

    private static NetworkChart Of(params NetworkEdge[] edges) => new() { Title = "Who answers whom", Nodes = Nodes(4), Edges = edges };
}
