using EngageBot.Introductions.Rounds;
using EngageBot.TestKit;

namespace EngageBot.Tests.Introductions.Rounds;

public sealed class RoundInterestsTests
{
    /// <summary>Interests by member, 0 for none known; parts as members with "+", one after the other.</summary>
    [Theory]
    [InlineData("1 1 1 1", 2, "0+1+2+3")]
    [InlineData("1 2 1 2", 2, "0+2 1+3")]
    [InlineData("1 2 1 2", 3, "0+1+2+3")]
    [InlineData("1 2 3 4", 2, "0+1+2+3")]
    [InlineData("1 1 2 3", 2, "0+1 2+3")]
    [InlineData("1 1 1 2 2 3", 2, "0+1+2 3+4+5")]
    [InlineData("0 0 1 1 1", 2, "2+3+4 0+1")]
    [InlineData("0 1 1 2 2", 2, "1+2+0 3+4")]
    [InlineData("0", 2, "0")]
    [InlineData("", 2, "")]
    public void Members_are_dealt_by_their_interest_and_nobody_is_alone(string interests, int size, string parts)
    {
        int[] of = [.. interests.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        var dealt = RoundInterests.Deal([.. Enumerable.Range(0, of.Length).Select(member => (long)member)], member => of[member] == 0 ? null : of[member], size);
        Assert.Equal(parts, string.Join(' ', dealt.Select(part => string.Join('+', part))));
    }

    [Fact]
    public void Groups_share_an_interest_even_where_others_would_fit_better()
    {
        var plan = RoundInterests.Match(Request(8), member => (int)(member % 2), (one, other) => (one + other) % 2, CancellationToken.None);
        Assert.Equal(4, plan.Groups.Count);
        Assert.All(plan.Groups, group => Assert.Single(group.Members.Select(member => member % 2).Distinct()));
        Assert.Empty(plan.LeftOut);
    }

    [Fact]
    public void Who_must_not_meet_anybody_of_his_interest_meets_somebody_else()
    {
        var plan = RoundInterests.Match(Request(4) with { Never = [(0, 2), (1, 3)] }, member => (int)(member % 2), (_, _) => 0, CancellationToken.None);
        Assert.Equal(2, plan.Groups.Count);
        Assert.Empty(plan.LeftOut);
    }

    private static RoundRequest Request(int people) => new()
    {
        Members = [.. Enumerable.Range(0, people).Select(member => new RoundMember(member))],
        GroupSize = 2,
        At = TestTime.Noon,
        Seed = 1,
    };
}
