using EngageBot.Chat;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;
using EngageBot.Responders;

namespace EngageBot.Tests.Responders;

public sealed class ResponderPolicyTests
{
    private const long Author = 99;
    private const long Channel = 1;
    private const long Minute = 60_000;
    private const long Now = 20_000L * 24 * 60 * Minute;
    private const uint Printer = 7;

    private readonly WordCounts _counts = new();

    [Fact]
    public void The_author_is_never_ranked() => Assert.DoesNotContain(Author, Rank([Knows(1), Knows(Author)], Said(Author, 1), Said(1, 2)));

    [Fact]
    public void Who_spoke_later_comes_first() => Assert.Equal([2, 1, 3], Rank([Knows(1), Knows(2), Knows(3)], Said(2, 1), Said(1, 20), Said(3, 60)));

    [Fact]
    public void A_slow_channel_is_judged_by_its_own_pace()
    {
        double Ahead(int pace)
        {
            var ranked = Scores([Knows(1), Knows(2)], Said(1, pace), Said(3, 2 * pace), Said(4, 3 * pace), Said(2, 4 * pace));
            return ranked[0].Score - ranked[1].Score;
        }

        Assert.InRange(Ahead(pace: 1), 0.3, 3);
        Assert.Equal(Ahead(pace: 1), Ahead(pace: 10), 2);
        Assert.Equal(Ahead(pace: 1), Ahead(pace: 300), 2);
    }

    [Fact]
    public void Of_two_who_just_spoke_the_one_who_answers_others_comes_first() =>
        Assert.Equal([2, 1], Rank([Knows(1, asks: 10), Knows(2, answers: 10)], Said(1, 2), Said(2, 3)));

    [Fact]
    public void Who_answered_about_the_same_before_comes_first() => Assert.Equal(
        [2, 1], Rank([Knows(1, answers: 5), Knows(2, answers: 5, about: Printer)], Said(1, 2), Said(2, 3)));

    [Fact]
    public void What_was_answered_in_another_private_channel_does_not_count()
    {
        Assert.Equal(0, Share(place: 5));
        Assert.Equal(Share(Topics.Everywhere), Share((int)Channel));
        Assert.True(Share((int)Channel) > 0.3);
    }

    [Fact]
    public void Who_is_mentioned_comes_first() =>
        Assert.Equal([3, 1], Rank([Knows(1), Knows(3)], [Said(1, 1), Said(2, 3), Said(3, 5)], mentions: [3]));

    [Fact]
    public void Who_talks_with_somebody_else_comes_later() => Assert.Equal(
        [2, 1], Rank([Knows(1), Knows(2)], Said(1, 2, to: 5), Said(5, 3, to: 1), Said(2, 2), Said(1, 4, to: 5)));

    [Fact]
    public void Who_had_to_do_with_the_author_before_comes_first() =>
        Assert.Equal([2, 1], Rank([Knows(1), Knows(2) with { RepliesToAuthor = 3 }], Said(1, 2), Said(2, 2)));

    [Fact]
    public void Replies_to_and_from_the_author_are_told_apart()
    {
        var talk = new RecentTalk(new ReplyWindow(), Author);
        double[] values = new double[ResponderFeatures.Count];
        ResponderFeatures.Fill(Knows(1) with { RepliesFromAuthor = 3 }, Post([], []), talk, values);
        var named = ResponderFeatures.Names.Zip(values).ToDictionary();
        Assert.Equal((0, Math.Log(4)), (named["replies_to_author"], named["replies_from_author"]));
    }

    [Fact]
    public void To_speak_to_the_author_is_not_to_talk_with_somebody_else()
    {
        var talk = new RecentTalk(Post([Said(1, 1, to: Author), Said(2, 2, to: 5)], []).Window, Author);
        Assert.Equal((0, 1), (talk.Of(1)!.Value.JustAddressed, talk.Of(1)!.Value.ToAuthor));
        Assert.Equal((1, 0), (talk.Of(2)!.Value.JustAddressed, talk.Of(2)!.Value.ToAuthor));
    }

    [Fact]
    public void Equals_are_ranked_by_key() => Assert.Equal([3, 4], Rank([Knows(4), Knows(3)]));

    [Fact]
    public void The_model_has_a_weight_for_every_feature_and_no_habit_of_one_channel()
    {
        Assert.Equal(ResponderFeatures.Count, ResponderFeatures.Names.Count);
        var weights = ResponderFeatures.Names.Zip(ResponderModel.Weights).ToDictionary();
        Assert.All(["lines_since", "gaps_since", "not_in_window", "asked_in_window"], name => Assert.True(weights[name] < 0, name));
        Assert.All(["helped", "answer_share", "topics_answered", "mentioned", "replies_to_author"], name => Assert.True(weights[name] > 0, name));
    }

    private static WindowLine Said(long member, double minutesAgo, long? to = null) => new()
    {
        Key = member,
        Number = member,
        Author = member,
        At = Now - (long)(minutesAgo * Minute),
        Traits = MessageTraits.None,
        Kind = PostKind.Chat,
        Mentions = to is null ? [] : [to.Value],
    };

    private double Share(int place)
    {
        var topics = new Topics(4);
        topics.Add(Printer, 3, place, _counts);
        return TopicMatch.Share([Printer, 8], topics, Channel, _counts);
    }

    /// <summary>Somebody who wrote ten lines yesterday, and some that answer or ask.</summary>
    private ResponderCandidate Knows(long member, int answers = 1, int asks = 0, uint? about = null)
    {
        var profile = new MemberProfile();
        for (var line = 0; line < 10; line++)
        {
            var written = new ProfileLine((int)Channel, IsOpen: true, Now - (1_440L * Minute), Asks: line < asks);
            profile.Write(written, [], _counts);
            if (line < answers)
            {
                profile.Answer(written, about is null ? [] : [about.Value], helps: true, _counts);
            }
        }

        return new ResponderCandidate(member, profile);
    }

    private IEnumerable<long> Rank(IEnumerable<ResponderCandidate> candidates, params WindowLine[] lines) => Rank(candidates, lines, []);

    private IEnumerable<long> Rank(IEnumerable<ResponderCandidate> candidates, WindowLine[] lines, long[] mentions) =>
        ResponderPolicy.Rank(candidates, Post(lines, mentions)).Select(ranked => ranked.Candidate.Member);

    private IReadOnlyList<RankedResponder> Scores(IEnumerable<ResponderCandidate> candidates, params WindowLine[] lines) =>
        ResponderPolicy.Rank(candidates, Post(lines, []));

    private ResponderSituation Post(WindowLine[] lines, long[] mentions)
    {
        var window = new ReplyWindow();
        foreach (var line in lines.OrderBy(line => line.At))
        {
            window.Add(line);
        }

        return new ResponderSituation { Author = Author, Channel = Channel, Now = Now, Words = [Printer, 8], Mentions = mentions, Window = window, Counts = _counts };
    }
}
