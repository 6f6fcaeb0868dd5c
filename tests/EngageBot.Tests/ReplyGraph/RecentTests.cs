using EngageBot.ReplyGraph;

namespace EngageBot.Tests.ReplyGraph;

public sealed class RecentTests
{
    [Fact]
    public void What_was_used_longest_ago_goes_first()
    {
        var recent = new Recent<int, string>(capacity: 2);
        recent.Add(1, "one");
        recent.Add(2, "two");
        Assert.Equal("one", recent.Find(1));
        recent.Add(3, "three");
        Assert.Equal([("one", 1), (null, 2), ("three", 3)], Enumerable.Range(1, 3).Select(key => (recent.Find(key), key)));
        recent.Remove(1);
        recent.Add(4, "four");
        Assert.Equal([null, null, "three", "four"], Enumerable.Range(1, 4).Select(recent.Find));
    }
}
