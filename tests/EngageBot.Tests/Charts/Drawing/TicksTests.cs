using EngageBot.Charts;
using EngageBot.Charts.Drawing;

namespace EngageBot.Tests.Charts.Drawing;

public sealed class TicksTests
{
    public static TheoryData<double, double[]> Shares => new()
    {
        { 74, [0, 20, 40, 60, 80] },
        { 100, [0, 50, 100] },
        { 4.1, [0, 2, 4, 6] },
        { 0, [0, 1] },
    };

    public static TheoryData<double, double[]> Times => new()
    {
        { 41, [0, 15, 30, 45] },
        { 200, [0, 60, 120, 180, 240] },
        { 5000, [0, 1440, 2880, 4320, 5760] },
        { 0.5, [0, 1 / 6.0, 2 / 6.0, 0.5] },
    };

    [Theory]
    [MemberData(nameof(Shares))]
    public void Steps_are_one_two_or_five(double max, double[] expected) => Assert.Equal(expected, Rounded(ChartUnit.Percent.Ticks(max, 4)));

    [Theory]
    [MemberData(nameof(Times))]
    public void Steps_of_time_are_those_of_a_clock(double max, double[] expected) => Assert.Equal(Rounded(expected), Rounded(ChartUnit.Minutes.Ticks(max, 4)));

    [Fact]
    public void There_is_no_half_a_post() => Assert.Equal([0, 1, 2], ChartUnit.Of("posts").Ticks(2, 4));

    [Fact]
    public void A_logarithmic_axis_has_the_marks_people_know()
    {
        var labels = ValueScale.Log(1, 10080, 20, 0, 400).Ticks.Select(HumanNumber.Minutes);

        Assert.Equal(["1 min", "10 min", "1 h", "6 h", "1 day", "7 days"], labels);
    }

    [Fact]
    public void Marks_that_would_touch_are_left_out() =>
        Assert.Equal(["1 min", "1 h", "7 days"], ValueScale.Log(1, 10080, 150, 0, 400).Ticks.Select(HumanNumber.Minutes));

    [Theory]
    [InlineData(1, 12, "3 Mar|4 Mar|5 Mar|6 Mar|7 Mar|8 Mar|9 Mar|10 Mar|11 Mar|12 Mar|13 Mar|14 Mar")]
    [InlineData(1, 40, "3 Mar|10 Mar|17 Mar|24 Mar|31 Mar|7 Apr")]
    [InlineData(7, 1, "3 Mar")]
    [InlineData(7, 2, "3 Mar|10 Mar")]
    [InlineData(7, 8, "3 Mar|10 Mar|17 Mar|24 Mar|31 Mar|7 Apr|14 Apr|21 Apr")]
    [InlineData(7, 40, "Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")]
    [InlineData(7, 100, "Mar|May|Jul|Sep|Nov|Jan|Mar|May|Jul|Sep|Nov|Jan")]
    [InlineData(7, 3000, "2030|2035|2040|2045|2050|2055|2060|2065|2070|2075|2080")]
    [InlineData(1 / 24.0, 10, "00:00|01:00|02:00|03:00|04:00|05:00|06:00|07:00|08:00|09:00")]
    [InlineData(1 / 24.0, 60, "00:00|06:00|12:00|18:00|00:00|06:00|12:00|18:00|00:00|06:00")]
    public void Dates_are_as_many_as_fit_and_no_finer_than_the_data(double days, int points, string expected)
    {
        var times = Enumerable.Range(0, points).Select(index => Sample.Monday.AddDays(index * days)).ToList();

        Assert.Equal(expected, string.Join('|', TimeTicks.For(times, TimeSpan.FromDays(days), 12, ChartCalendar.English).Select(tick => tick.Text)));
    }

    private static IReadOnlyList<double> Rounded(IReadOnlyList<double> ticks) => [.. ticks.Select(tick => Math.Round(tick, 6))];
}
