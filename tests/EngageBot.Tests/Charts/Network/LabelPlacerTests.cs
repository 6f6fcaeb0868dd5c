using EngageBot.Charts.Drawing;
using EngageBot.Charts.Network;

namespace EngageBot.Tests.Charts.Network;

public sealed class LabelPlacerTests
{
    private static readonly Box Bounds = new(0, 0, 300, 300);

    [Fact]
    public void A_name_stands_to_the_right_where_there_is_room()
    {
        var label = new LabelPlacer(Bounds, [At(100, 100)]).Place(0, 50, 12)!.Value;

        Assert.True(label.X > 105 && label.Y < 100 && label.Bottom > 100);
    }

    [Fact]
    public void A_name_never_covers_another_name_nor_leaves_the_picture()
    {
        List<Box> nodes = [.. Enumerable.Range(0, 40).Select(index => At(10 + (index % 8 * 38), 10 + (index / 8 * 40)))];
        var placer = new LabelPlacer(Bounds, nodes);
        var labels = Enumerable.Range(0, 40).Select(node => placer.Place(node, 60, 12)).OfType<Box>().ToList();

        Assert.True(labels.Count > 10);
        Assert.All(labels, label => Assert.True(Bounds.Contains(label)));
        Assert.Empty(labels.SelectMany((one, index) => labels.Skip(index + 1).Where(one.Overlaps)));
    }

    [Fact]
    public void Only_an_important_name_may_cover_a_dot()
    {
        List<Box> nodes = [At(150, 150), .. from x in Enumerable.Range(0, 30) from y in Enumerable.Range(0, 30) select At(x * 10, y * 10)];

        Assert.NotNull(new LabelPlacer(Bounds, nodes).Place(0, 60, 12));
        Assert.Null(new LabelPlacer(Bounds, nodes).Place(200, 60, 12));
    }

    private static Box At(double x, double y) => new Box(x, y, 0, 0).Grow(5);
}
