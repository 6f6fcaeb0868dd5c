using EngageBot.Introductions;
using EngageBot.Profiles;

namespace EngageBot.Tests.Introductions;

/// <summary>Who of groups that do not talk to each other would be a bridge.</summary>
public sealed class CirclesTests
{
    private readonly Acquaintance _known = new();

    [Fact]
    public void Two_of_groups_that_never_talk_are_a_bridge_and_two_of_one_group_are_none()
    {
        TalkAmong(1, 2, 3, 4);
        TalkAmong(5, 6, 7, 8);
        Assert.Equal((1, 1), (_known.Bridges(1, 5), _known.Bridges(8, 4)));
        Assert.Equal(0, _known.Bridges(1, 4));
    }

    [Fact]
    public void The_more_groups_talk_to_each_other_the_less()
    {
        TalkAmong(1, 2, 3, 4);
        TalkAmong(5, 6, 7, 8);
        _known.Add(4, 5, 1);
        var little = _known.Bridges(1, 8);
        _known.Add(3, 6, 1);
        var more = _known.Bridges(1, 8);
        Assert.InRange(little, 0.7, 0.99);
        Assert.InRange(more, 0.3, little - 0.01);
    }

    [Theory]
    [InlineData(1, 9, "of one of them nothing is known")]
    [InlineData(1, 20, "two alone are no group")]
    public void Of_too_few_nothing_is_said(long one, long other, string why)
    {
        TalkAmong(1, 2, 3, 4);
        TalkAmong(20, 21);
        Assert.True(_known.Bridges(one, other) == 0, why);
    }

    [Fact]
    public void What_not_everybody_can_read_tells_nothing_of_groups()
    {
        TalkAmong(1, 2, 3, 4);
        foreach (var (one, other) in ((long, long)[])[(5, 6), (6, 7), (5, 7)])
        {
            _known.Add(one, other, 1, isOpen: false);
        }

        Assert.Equal(0, _known.Bridges(1, 5));
    }

    [Fact]
    public void Of_two_who_fit_as_well_the_one_of_the_other_group_comes_first()
    {
        TalkAmong(1, 2, 3, 4);
        TalkAmong(5, 6, 7, 8);
        TalkAmong(3, 9);
        _known.Add(9, 4, 1);
        var counts = new WordCounts();
        var members = ((long[])[1, 5, 9]).Select(member => new IntroductionCandidate(member, new MemberProfile(), counts, now: 0)).ToList();
        var values = new double[IntroductionFeatures.Count];
        IntroductionFeatures.Fill(members[0], members[1], _known, ChannelCrowds.Of(members), values);
        Assert.Equal((1, "bridges"), (values[^1], IntroductionFeatures.Names[^1]));
        IntroductionFeatures.Fill(members[0], members[2], _known, ChannelCrowds.Of(members), values);
        Assert.Equal(0, values[^1]);
        Assert.True(IntroductionPolicy.Score(members[0], members[1], new Acquaintance(), ChannelCrowds.Of(members)) < IntroductionPolicy.Score(members[0], members[1], _known, ChannelCrowds.Of(members)));
    }

    private void TalkAmong(params long[] people)
    {
        foreach (var one in people)
        {
            foreach (var other in people.Where(other => other > one))
            {
                _known.Add(one, other, 1);
            }
        }
    }
}
