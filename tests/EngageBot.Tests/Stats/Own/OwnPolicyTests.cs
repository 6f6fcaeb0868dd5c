using EngageBot.Stats.Own;

namespace EngageBot.Tests.Stats.Own;

public sealed class OwnPolicyTests
{
    [Theory]
    [InlineData(2, 3, 5, 3)]
    [InlineData(3, 3, 5, null)]
    [InlineData(4, 3, 5, null)]
    [InlineData(0, 0, 50, null)]
    [InlineData(2, 3, 4, null)]
    [InlineData(2, null, 50, null)]
    public void The_median_is_told_only_to_those_below_it_and_not_of_fewer_than_five(int given, int? median, int people, int? told) =>
        Assert.Equal(told, OwnPolicy.MedianFor(given, median, people));

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, false, true)]
    [InlineData(4, true, false)]
    [InlineData(5, true, true)]
    public void People_are_shown_where_there_are_enough(int contacts, bool hidesFew, bool shows) => Assert.Equal(shows, OwnPolicy.ShowsContacts(contacts, hidesFew));
}
