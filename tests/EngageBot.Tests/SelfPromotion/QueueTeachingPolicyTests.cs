using EngageBot.SelfPromotion;

namespace EngageBot.Tests.SelfPromotion;

public sealed class QueueTeachingPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// The post is by 1, links to a.org, in channel 7. Decisions: member, domain, channel, + accepted or - dismissed, days ago.
    /// </summary>
    [Theory]
    [InlineData("", nameof(QueueLesson.None))]
    [InlineData("1 a.org 7 - 13", nameof(QueueLesson.DismissedLately))]
    [InlineData("1 a.org 7 - 14", nameof(QueueLesson.None))]
    [InlineData("1 a.org 7 - 5, 1 a.org 7 + 3", nameof(QueueLesson.None))] // thought better of
    [InlineData("1 a.org 8 - 5", nameof(QueueLesson.None))] // in another channel
    [InlineData("2 a.org 7 - 5", nameof(QueueLesson.None))]
    [InlineData("2 a.org 7 - 60, 3 A.ORG 7 - 50", nameof(QueueLesson.DomainIsWelcomeInChannel))]
    [InlineData("2 a.org 7 - 60, 3 a.org 8 - 50", nameof(QueueLesson.None))] // twice, but not in one channel
    [InlineData("2 a.org 7 - 60, 3 a.org 7 - 50, 4 a.org 7 + 40", nameof(QueueLesson.None))]
    [InlineData("4 a.org 7 + 70, 2 a.org 7 - 60, 3 a.org 7 - 50", nameof(QueueLesson.DomainIsWelcomeInChannel))]
    [InlineData("2 a.org 7 - 180, 3 a.org 7 - 50", nameof(QueueLesson.None))] // forgotten
    [InlineData("1 a.org 8 - 60, 1 a.org 9 - 50", nameof(QueueLesson.MemberMayLinkToDomain))]
    [InlineData("1 b.org 7 - 60, 1 c.org 7 - 50", nameof(QueueLesson.None))]
    [InlineData("1 b.org 7 - 60, 1 c.org 7 - 50, 1 - 7 - 40", nameof(QueueLesson.MemberIsWelcomeInChannel))]
    [InlineData("1 b.org 7 - 60, 1 c.org 7 - 50, 1 d.org 8 - 40", nameof(QueueLesson.None))]
    [InlineData("1 b.org 7 - 60, 1 c.org 7 - 50, 1 - 7 - 40, 1 d.org 7 + 30", nameof(QueueLesson.None))]
    [InlineData("1 a.org 8 + 60, 1 a.org 9 + 50", nameof(QueueLesson.MemberPromotesDomain))]
    [InlineData("1 a.org 8 + 60, 1 a.org 9 + 50, 1 a.org 7 - 40", nameof(QueueLesson.None))]
    [InlineData("2 a.org 7 - 60, 3 a.org 7 - 50, 1 a.org 8 + 45, 1 a.org 9 + 40", nameof(QueueLesson.MemberPromotesDomain))] // the narrower holds
    [InlineData("2 a.org 8 + 60, 3 a.org 8 + 50", nameof(QueueLesson.None))] // others promoting it say nothing about him
    [InlineData("1 a.org 7 - -1", nameof(QueueLesson.None))] // decided later
    public void Moderators_teach_for_the_member_the_domain_and_the_channel(string decisions, string lesson)
    {
        QueueDecision[] made = [.. decisions.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Decision)];
        Assert.Equal(lesson, QueueTeachingPolicy.LessonFor(new QueuedPost(1, "a.org", 7), made, Now).ToString());
        Assert.Equal(lesson, QueueTeachingPolicy.LessonFor(new QueuedPost(1, "a.org", 7), made.Reverse(), Now).ToString());
    }

    [Theory]
    [InlineData("2 - 7 - 60, 3 - 7 - 50", nameof(QueueLesson.None))] // no domain in common: none has one
    [InlineData("1 - 8 - 60, 1 - 9 - 50", nameof(QueueLesson.None))]
    [InlineData("1 - 7 - 3", nameof(QueueLesson.DismissedLately))]
    [InlineData("1 a.org 7 - 3", nameof(QueueLesson.None))]
    public void A_post_without_a_link_learns_nothing_of_domains(string decisions, string lesson) =>
        Assert.Equal(lesson, QueueTeachingPolicy.LessonFor(new QueuedPost(1, null, 7), decisions.Split(", ").Select(Decision), Now).ToString());

    [Theory]
    [InlineData(true, nameof(QueueLesson.None), true), InlineData(false, nameof(QueueLesson.None), false)]
    [InlineData(true, nameof(QueueLesson.DismissedLately), false), InlineData(true, nameof(QueueLesson.DomainIsWelcomeInChannel), false)]
    [InlineData(true, nameof(QueueLesson.MemberMayLinkToDomain), false), InlineData(true, nameof(QueueLesson.MemberIsWelcomeInChannel), false)]
    [InlineData(false, nameof(QueueLesson.MemberPromotesDomain), true)]
    public void A_lesson_overrules_what_the_text_says(bool isPromotion, string lesson, bool isShown) =>
        Assert.Equal(isShown, QueueTeachingPolicy.IsShown(isPromotion, Enum.Parse<QueueLesson>(lesson)));

    [Theory]
    [InlineData(19, 0, false), InlineData(20, 0, true), InlineData(18, 2, true), InlineData(18, 3, false), InlineData(27, 3, true), InlineData(0, 20, false)]
    public void The_note_is_offered_once_moderators_have_agreed_often_enough(int accepted, int dismissed, bool isOffered)
    {
        QueueDecision[] decisions = [.. Enumerable.Range(0, accepted + dismissed).Select(at => new QueueDecision(at, "a.org", 1, at < accepted, Now.AddDays(-1)))];
        Assert.Equal(isOffered, QueueTeachingPolicy.MayOfferNote(decisions, Now));
        Assert.False(QueueTeachingPolicy.MayOfferNote(decisions, Now.AddDays(180)));
    }

    private static QueueDecision Decision(string text)
    {
        var parts = text.Split(' ');
        return new QueueDecision(long.Parse(parts[0]), parts[1] == "-" ? null : parts[1], long.Parse(parts[2]), parts[3] == "+", Now.AddDays(-int.Parse(parts[4])));
    }
}
