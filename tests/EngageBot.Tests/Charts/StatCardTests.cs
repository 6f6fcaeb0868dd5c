using EngageBot.Charts;

namespace EngageBot.Tests.Charts;

public sealed class StatCardTests
{
    [Fact]
    public void No_more_than_all_got_an_answer() => Assert.Contains("100 in 100 posts got an answer", Svg.Draw(Card() with { AnsweredShare = 7 }).Words());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.384, 38)]
    [InlineData(1, 100)]
    [InlineData(7, 100)]
    [InlineData(-1, 0)]
    public void One_dot_in_a_hundred_is_lit_for_each_percent(double share, int lit)
    {
        var dots = Svg.Draw(Card() with { AnsweredShare = share }).All("circle").Where(circle => circle.Number("r") == 12.5).ToList();

        Assert.Equal(100, dots.Count);
        Assert.Equal(lit, dots.Count(dot => dot.Attribute("fill")!.Value == "#1b6b93"));
    }

    [Fact]
    public void It_has_the_size_of_a_share_picture_whatever_width_is_asked_for()
    {
        var svg = Svg.Parse(Card().ToSvg(new ChartLook(ChartTheme.Dark, 320)));

        Assert.Equal("0 0 1200 630", svg.Attribute("viewBox")!.Value);
    }

    [Fact]
    public void Without_a_share_there_are_no_dots() => Assert.DoesNotContain(Svg.Draw(Card()).All("circle"), circle => circle.Number("r") == 12.5);

    [Fact]
    public void All_figures_have_the_same_size_and_a_fifth_is_left_out()
    {
        var svg = Svg.Draw(Card() with { Figures = [new("38%", "a"), new("41 min", "b"), new("112 newcomers", "c"), new("7", "d"), new("8", "e")] });
        var figures = svg.All("text").Where(text => text.Value is "38%" or "41 min" or "112 newcomers" or "7" or "8");
        var sizes = figures.Select(text => text.Number("font-size")).ToList();

        Assert.Equal(4, sizes.Count);
        Assert.Single(sizes.Distinct());
    }

    private static StatCard Card() => new() { Title = "How we talk here", Figures = [new("38%", "of questions here got no answer")] };
}
