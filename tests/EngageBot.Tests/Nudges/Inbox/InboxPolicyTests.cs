using EngageBot.Chat;
using EngageBot.Nudges.Inbox;
using EngageBot.TestKit;
using EngageBot.Unanswered;

namespace EngageBot.Tests.Nudges.Inbox;

public sealed class InboxPolicyTests
{
    [Theory]
    [InlineData(PostKind.Question, 0.0, false, InboxFit.None)]
    [InlineData(PostKind.Question, 0.09, false, InboxFit.None)]
    [InlineData(PostKind.Question, 0.09, true, InboxFit.Place)]
    [InlineData(PostKind.Question, 0.1, false, InboxFit.Topic)]
    [InlineData(PostKind.Introduction, 0.0, false, InboxFit.Place)]
    [InlineData(PostKind.Introduction, 0.5, true, InboxFit.Topic)]
    internal void What_he_knows_fits_best_then_where_he_is_at_home(PostKind kind, double topics, bool isAtHome, InboxFit fit) =>
        Assert.Equal(fit, InboxPolicy.FitOf(kind, topics, isAtHome));

    [Fact]
    public void What_fits_comes_first_then_newcomers_then_who_waits_longest()
    {
        var ordered = InboxPolicy.Order(
        [
            Post(1, at: 10, InboxFit.None, isByNewcomer: true),
            Post(2, at: 20, InboxFit.Topic),
            Post(3, at: 30, InboxFit.Topic),
            Post(4, at: 40, InboxFit.Topic, isByNewcomer: true),
            Post(5, at: 50, InboxFit.Place),
            Post(6, at: 10, InboxFit.None),
        ]);
        Assert.Equal([4, 2, 3, 5, 1, 6], ordered.Select(post => post.Post.Message));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    [InlineData(3, 0)]
    [InlineData(99, 3)]
    public void Another_page_begins_after_a_post_and_anew_where_that_is_gone(long after, int left) =>
        Assert.Equal(left, InboxPolicy.After([Post(1, 1, InboxFit.None), Post(2, 2, InboxFit.None), Post(3, 3, InboxFit.None)], after).Count());

    private static InboxPost Post(long message, long at, InboxFit fit, bool isByNewcomer = false) => new()
    {
        Post = new WaitingPost(message, Channel: 1, Author: 1, at),
        Kind = PostKind.Question,
        Place = new MessagePlace(TestTime.Channel("help"), Thread: null, new MessageId(message)),
        ChannelName = "help",
        IsForEveryone = true,
        Text = null,
        Fit = fit,
        IsByNewcomer = isByNewcomer,
    };
}
