using EngageBot.Chat;
using EngageBot.SelfPromotion;
using EngageBot.SelfPromotion.Queue;

namespace EngageBot.Tests.SelfPromotion.Queue;

public sealed class QueuePolicyTests
{
    /// <summary>Promotions and people answered over 30 days, the rule, whether it is shown.</summary>
    [Theory]
    [InlineData(1, 0, 3, false)] // His first.
    [InlineData(2, 0, 3, true)]
    [InlineData(2, 5, 3, true)]
    [InlineData(2, 6, 3, false)] // Three replies for each.
    [InlineData(2, 2, 1, false)]
    [InlineData(4, 19, 5, true)]
    [InlineData(9, 0, 0, false)] // The community shows nothing.
    public void Promotion_by_somebody_who_gives_too_little_besides_is_shown(int promotions, int answered, int rule, bool isShown) =>
        Assert.Equal(isShown, QueuePolicy.IsShown(Facts(promotions, answered), rule));

    [Theory]
    [InlineData(PostKind.Chat, true), InlineData(PostKind.Announcement, true), InlineData(PostKind.Invitation, true), InlineData(PostKind.Question, true)]
    [InlineData(PostKind.FeedbackRequest, false), InlineData(PostKind.ShownWork, false), InlineData(PostKind.HelpRequest, false)]
    [InlineData(PostKind.Crisis, false), InlineData(PostKind.Scam, false), InlineData(PostKind.Complaint, false), InlineData(PostKind.Quarrel, false)]
    public void Work_shown_for_feedback_is_an_open_post_first(PostKind kind, bool isShown) => Assert.Equal(isShown, QueuePolicy.IsShown(Facts(4, 0) with { Kind = kind }, 3));

    [Fact]
    public void Work_that_is_shown_everywhere_asks_for_nothing() =>
        Assert.True(QueuePolicy.IsShown(Spread(Facts(1, 0)) with { Kind = PostKind.ShownWork }, 3));

    [Fact]
    public void What_is_spread_in_quiet_words_is_not_his_first() => Assert.True(QueuePolicy.IsShown(Spread(Facts(0, 2)), 3));

    [Theory]
    [InlineData("newcomer"), InlineData("answers"), InlineData("forwarded"), InlineData("channel"), InlineData("no promotion")]
    public void The_exempt_are_never_shown_whatever_moderators_said_before(string exemption)
    {
        var facts = Facts(4, 0);
        facts = exemption switch
        {
            "newcomer" => facts with { IsByNewcomer = true },
            "answers" => facts with { Signals = facts.Signals with { AnswersSomebody = true } },
            "forwarded" => facts with { Signals = facts.Signals with { IsForwarded = true } },
            "channel" => facts with { Signals = facts.Signals with { IsInPromotionChannel = true } },
            _ => facts with { Decision = new PromotionDecision(IsPromotion: false, []) },
        };
        Assert.False(QueuePolicy.IsShown(facts, 3));
        Assert.Equal(exemption == "no promotion", QueuePolicy.IsShown(facts with { Lesson = QueueLesson.MemberPromotesDomain }, 3));
    }

    [Theory]
    [InlineData(QueueLesson.DismissedLately), InlineData(QueueLesson.DomainIsWelcomeInChannel), InlineData(QueueLesson.MemberMayLinkToDomain), InlineData(QueueLesson.MemberIsWelcomeInChannel)]
    internal void What_moderators_dismissed_is_not_shown_again(QueueLesson lesson) => Assert.False(QueuePolicy.IsShown(Facts(4, 0) with { Lesson = lesson }, 3));

    private static QueueFacts Spread(QueueFacts facts) => facts with { Signals = facts.Signals with { HasLink = true, SameLink = new Repeats(3, 3) } };

    private static QueueFacts Facts(int promotions, int answered) => new()
    {
        Decision = new PromotionDecision(IsPromotion: true, ["own link"]),
        Signals = new PromotionSignals { Balance = new Balance(promotions, answered) },
        Kind = PostKind.Announcement,
    };
}
