using EngageBot.Charts.Network;

namespace EngageBot.Tests.Charts.Network;

public sealed class HullTests
{
    [Fact]
    public void What_lies_inside_is_no_corner() =>
        Assert.Equal(4, Hull.Around([(0, 0), (10, 0), (10, 10), (0, 10), (5, 5), (3, 7)]).Count);

    [Fact]
    public void Points_on_one_line_have_a_hull_as_well() => Assert.Equal([(0, 0), (10, 10)], Hull.Around([(0, 0), (5, 5), (10, 10)]));
}
