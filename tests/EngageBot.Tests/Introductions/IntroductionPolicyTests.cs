using EngageBot.Introductions;
using EngageBot.Introductions.Rounds;
using EngageBot.Profiles;

namespace EngageBot.Tests.Introductions;

public sealed class IntroductionPolicyTests
{
    private const long Now = 20_000L * 86_400_000;

    private readonly WordCounts _counts = new();
    private readonly Acquaintance _known = new();

    [Fact]
    public void Nobody_is_introduced_to_himself_or_to_somebody_he_replied_to_or_who_replied_to_him()
    {
        _known.Add(1, 2, 1);
        _known.Add(3, 1, 1);
        Assert.Equal([4], Rank(1, Member(1, 1, 7), Member(2, 1, 7), Member(3, 1, 7), Member(4, 2, 8)));
    }

    [Fact]
    public void A_reply_that_was_only_guessed_makes_no_acquaintance_but_two_do()
    {
        _known.Add(1, 2, 0.6);
        Assert.False(_known.Knows(2, 1));
        _known.Add(2, 1, 0.6);
        Assert.True(_known.Knows(1, 2));
    }

    [Fact]
    public void Shared_topics_come_first_whatever_the_channel() => Assert.Equal(2, Rank(1, Member(1, 1, 7), Member(3, 3, 9), Member(2, 2, 7)).First());

    [Fact]
    public void So_does_a_shared_channel() => Assert.Equal(2, Rank(1, Member(1, 1, 7), Member(3, 3, 9), Member(2, 1, 8)).First());

    [Fact]
    public void And_so_do_contacts_in_common_of_whom_one_with_few_says_more()
    {
        _known.Add(1, 50, 1);
        _known.Add(2, 50, 1);
        _known.Add(1, 60, 1);
        _known.Add(3, 60, 1);
        for (var other = 100; other < 200; other++)
        {
            _known.Add(60, other, 1);
        }

        Assert.Equal([2, 3, 4], Rank(1, Member(1, 1, 7), Member(4, 4, 10), Member(3, 3, 9), Member(2, 2, 8)));
    }

    [Fact]
    public void Taken_together_two_fit_as_well_as_each_the_other_at_the_mean()
    {
        var random = new Random(4);
        IntroductionCandidate[] two = [Chatty(1, random), Chatty(5, random)];
        two[0].Profile.Answers += 9;
        var crowds = ChannelCrowds.Of(two);
        var (there, back) = (IntroductionPolicy.Score(two[0], two[1], _known, crowds), IntroductionPolicy.Score(two[1], two[0], _known, crowds));
        Assert.NotEqual(there, back);
        Assert.Equal((there + back) / 2, IntroductionPolicy.Mutual(two[0], two[1], _known, crowds), 9);
    }

    [Fact]
    public void In_a_round_those_who_talk_already_and_those_of_whom_nothing_is_known_gain_nothing()
    {
        _known.Add(1, 2, 1);
        var scores = new RoundScores([Member(1, 1, 7), Member(2, 1, 7), Member(3, 1, 7)], _known);
        Assert.Equal((0, 0), (scores.Of(1, 2), scores.Of(1, 99)));
        Assert.InRange(scores.Of(1, 3), 1, 100);
        Assert.Equal(scores.Of(1, 3), scores.Of(3, 1), 9);
    }

    [Fact]
    public void From_a_private_channel_nothing_is_let_out()
    {
        var profile = new MemberProfile();
        profile.Write(new ProfileLine(5, IsOpen: false, Now, Asks: false), [7], _counts);
        Assert.Empty(new IntroductionCandidate(1, profile, _counts, Now).Topics.Words);
    }

    /// <summary>Forty people of four interests, who talk about them anywhere among chatter: the same interest must be found.</summary>
    [Fact]
    public void In_a_made_community_those_with_the_same_interest_are_found()
    {
        var random = new Random(3);
        List<IntroductionCandidate> members = [];
        for (var member = 1; member <= 40; member++)
        {
            members.Add(Chatty(member, random));
        }

        var crowds = ChannelCrowds.Of(members);
        var first = members.Average(to => IntroductionPolicy.Rank(to, members, _known, crowds).Take(9).Count(one => one.Member % 4 == to.Member % 4) / 9.0);
        Assert.InRange(first, 0.6, 1); // By chance 0.23.
    }

    private IntroductionCandidate Chatty(long member, Random random)
    {
        var profile = new MemberProfile();
        for (var line = 0; line < 40; line++)
        {
            var interest = (uint)((member % 4 * 100) + random.Next(1, 30));
            var chatter = (uint)random.Next(1_000, 1_200);
            uint[] words = random.Next(3) == 0 ? [interest, chatter] : [chatter];
            _counts.Count(words);
            profile.Write(new ProfileLine(1 + random.Next(6), IsOpen: true, Now + (line * 3_600_000L), Asks: false), words, _counts);
        }

        return new IntroductionCandidate(member, profile, _counts, Now);
    }

    private IntroductionCandidate Member(long member, int channel, uint word)
    {
        var profile = new MemberProfile();
        profile.Write(new ProfileLine(channel, IsOpen: true, Now, Asks: false), [word], _counts);
        return new IntroductionCandidate(member, profile, _counts, Now);
    }

    private IEnumerable<long> Rank(long to, params IntroductionCandidate[] members) =>
        IntroductionPolicy.Rank(members.Single(member => member.Member == to), members, _known, ChannelCrowds.Of(members)).Select(ranked => ranked.Member);
}
