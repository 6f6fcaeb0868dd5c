using EngageBot.Introductions.Rounds;

namespace EngageBot.Tests.Introductions.Rounds;

public sealed class RoundPolicyTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 2, ""), InlineData(1, 2, ""), InlineData(2, 2, "2"), InlineData(3, 2, "3"), InlineData(4, 2, "2 2"), InlineData(7, 2, "3 2 2")]
    [InlineData(2, 3, "2"), InlineData(3, 3, "3"), InlineData(4, 3, "4"), InlineData(5, 3, "3 2"), InlineData(6, 3, "3 3"), InlineData(7, 3, "4 3"), InlineData(8, 3, "3 3 2")]
    [InlineData(1, 4, ""), InlineData(3, 4, "3"), InlineData(5, 4, "5"), InlineData(6, 4, "3 3"), InlineData(7, 4, "4 3"), InlineData(9, 4, "5 4"), InlineData(10, 4, "4 3 3")]
    public void An_odd_number_makes_one_group_of_another_size(int people, int wanted, string sizes) => Assert.Equal(sizes, string.Join(' ', RoundPolicy.Sizes(people, wanted)));

    [Fact]
    public void Nobody_is_ever_alone_and_everybody_has_a_seat()
    {
        for (var wanted = RoundPolicy.SmallestGroup; wanted <= RoundPolicy.LargestGroup; wanted++)
        {
            for (var people = 2; people <= 200; people++)
            {
                var sizes = RoundPolicy.Sizes(people, wanted);
                Assert.Equal(people, sizes.Sum());
                Assert.All(sizes, size => Assert.InRange(size, 2, wanted + 1));
            }
        }
    }

    [Theory]
    [InlineData(1), InlineData(5), InlineData(0), InlineData(-1)]
    public void There_are_groups_of_two_to_four(int wanted) => Assert.Throws<ArgumentOutOfRangeException>(() => RoundPolicy.Sizes(10, wanted));

    [Fact]
    public void Who_skips_or_pauses_does_not_take_part()
    {
        RoundMember[] members = [new(5), new(1, SkipsNext: true), new(2, PausedUntil: Monday.AddDays(1)), new(3, PausedUntil: Monday), new(4), new(4)];
        Assert.Equal([3, 4, 5], RoundPolicy.TakingPart(members, Monday));
        Assert.Equal([2, 3, 4, 5], RoundPolicy.TakingPart(members, Monday.AddDays(1)));
    }
}
