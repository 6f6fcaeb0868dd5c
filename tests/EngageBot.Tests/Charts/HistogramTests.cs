using EngageBot.Charts;
using EngageBot.Charts.Plots;

namespace EngageBot.Tests.Charts;

public sealed class HistogramTests
{
    [Fact]
    public void Median_and_p90_are_written_and_drawn_where_they_belong()
    {
        var svg = Svg.Draw(Of([.. Enumerable.Range(0, 101).Select(minutes => (double)minutes)]));
        var marks = svg.All("line").Where(line => line.Attribute("stroke-dasharray") is not null).Select(line => line.Number("x1")).ToList();

        Assert.Contains("median 50 min", svg.Words());
        Assert.Contains("p90 1.5 h", svg.Words());
        Assert.Equal(2, marks.Count);
        Assert.True(marks[0] < marks[1]);
    }

    [Fact]
    public void A_decade_is_as_wide_as_every_other()
    {
        var bins = HistogramBins.Of([3, 30, 300], 5);

        Assert.All(bins, bin => Assert.Equal(Math.Pow(10, 0.2), bin.To / bin.From, 6));
        Assert.Equal(3, bins.Sum(bin => bin.Count));
        Assert.Equal([1, 1, 1], bins.Where(bin => bin.Count > 0).Select(bin => bin.Count));
    }

    [Fact]
    public void Heights_are_in_proportion()
    {
        var bars = Svg.Draw(Of([2, 2, 2, 2, 200, 200])).WithTip("rect");

        Assert.Equal(bars[0].Number("height") / 2, bars[1].Number("height"), 1);
    }

    [Fact]
    public void What_took_seconds_is_in_the_first_bin() => Assert.Equal(2, HistogramBins.Of([0, 0.2, 100], 5)[0].Count);

    [Fact]
    public void Figures_computed_elsewhere_are_used() =>
        Assert.Contains("median 42 min", Svg.Draw(Of([1, 2, 3]) with { Median = 42, Percentile90 = 100 }).Words());

    [Fact]
    public void One_reply_is_enough() => Assert.Contains("median 5 min", Svg.Draw(Of([5])).Words());

    private static Histogram Of(IReadOnlyList<double> minutes) => new() { Title = "How long a first reply takes", Minutes = minutes };
}
