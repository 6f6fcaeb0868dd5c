using EngageBot.ReplyGraph.Model;

namespace EngageBot.Tests.ReplyGraph.Model;

/// <summary>The post is line 10; what comes after it answers it, or line 3, or nothing.</summary>
public sealed class PostFindingsTests
{
    private const int Post = 10;
    private const int Elsewhere = 3;
    private const float Threshold = 0.45f;

    private readonly PostFindings _findings = new(Post);

    [Fact]
    public void A_post_that_nobody_went_on_from_is_unanswered()
    {
        _findings.Add(Post, PostRole.Author, new LookedLine([-1, Elsewhere], [0.9f, 0.1f]));

        Assert.Equal((1, 0.9f, Post), (_findings.Unanswered, _findings.Start, _findings.Last));
        Assert.Equal([new ReviewedLine(Post, -1, 0.9f)], _findings.Conclude(Threshold));
    }

    [Fact]
    public void Several_half_likely_answers_make_one_and_the_likeliest_is_it()
    {
        _findings.Add(11, PostRole.Other, Look(toPost: 0.3f));
        _findings.Add(12, PostRole.Other, Look(toPost: 0.45f));
        _findings.Add(13, PostRole.Other, Look(toPost: 0.4f));

        Assert.Equal(0.7f * 0.55f * 0.6f, _findings.Unanswered, 0.0001f);
        Assert.Equal([-1, Post, -1], Parents());
        Assert.Equal(0.45f, _findings.Conclude(Threshold)[1].Probability);
    }

    [Theory]
    [InlineData(0.2f)]
    [InlineData(0.52f)]
    public void One_answer_that_is_hardly_likely_is_none(float toPost)
    {
        _findings.Add(11, PostRole.Other, Look(toPost));

        Assert.Equal([-1], Parents());
    }

    [Fact]
    public void A_likely_answer_is_one()
    {
        _findings.Add(11, PostRole.Other, Look(toPost: 0.8f));

        Assert.Equal([new ReviewedLine(11, Post, 0.8f)], _findings.Conclude(Threshold));
    }

    [Fact]
    public void Bots_never_count_however_likely_their_answers_are()
    {
        _findings.Add(11, PostRole.Nobody, Look(toPost: 0.99f));
        _findings.AddKnown(12, PostRole.Nobody, Post, 1);
        _findings.Add(13, PostRole.Nobody, Look(toPost: 0.4f));

        Assert.Equal(1, _findings.Unanswered);
        Assert.Equal([Post, -1], Parents());
    }

    [Fact]
    public void What_answers_a_line_by_which_the_author_went_on_answers_the_post()
    {
        _findings.Add(11, PostRole.Author, Look(toPost: 0.9f));
        _findings.Add(12, PostRole.Other, new LookedLine([-1, 11], [0.1f, 0.9f]));

        Assert.Equal(1 - (0.9f * 0.9f), _findings.Unanswered, 0.0001f);
        Assert.Equal(11, _findings.Last);
        Assert.Equal([Post, 11], Parents());
    }

    [Fact]
    public void What_answers_another_line_of_the_author_does_not()
    {
        _findings.Add(11, PostRole.Author, Look(toPost: 0.01f));
        _findings.Add(12, PostRole.Other, new LookedLine([-1, 11], [0.1f, 0.9f]));

        Assert.False(_findings.Goes(11));
        Assert.Equal((1, Post), (_findings.Unanswered, _findings.Last));
        Assert.Equal([-1, 11], Parents());
    }

    [Fact]
    public void Where_an_answer_is_known_for_sure_no_other_line_is_made_one()
    {
        _findings.Add(11, PostRole.Other, Look(toPost: 0.4f));
        _findings.AddKnown(12, PostRole.Other, Post, 1);

        Assert.True(_findings.Unanswered < 0.01f);
        Assert.Equal([-1], Parents());
    }

    [Fact]
    public void What_is_known_to_answer_another_line_or_none_changes_nothing()
    {
        _findings.AddKnown(11, PostRole.Other, Elsewhere, 1);
        _findings.AddKnown(12, PostRole.Other, -1, 0);

        Assert.Equal(1, _findings.Unanswered);
        Assert.Empty(_findings.Conclude(Threshold));
    }

    private IEnumerable<int> Parents() => _findings.Conclude(Threshold).Select(line => line.Parent);

    private static LookedLine Look(float toPost) => new([-1, Elsewhere, Post], [(1 - toPost) * 0.9f, (1 - toPost) * 0.1f, toPost]);
}
