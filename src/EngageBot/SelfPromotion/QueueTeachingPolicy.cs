using EngageBot.Communities;

namespace EngageBot.SelfPromotion;

/// <summary>
/// What the queue learns from moderators. A dismissal teaches for the member, the domain and the channel it was about, never for a whole community; of what was decided about
/// the same thing only what came after the last acceptance counts as dismissed, and the other way round. After half a year it is forgotten.
/// </summary>
internal static class QueueTeachingPolicy
{
    private const int DismissedTwice = 2;
    private const int DismissedThrice = 3;
    private const int AcceptedTwice = 2;
    private static readonly TimeSpan Rest = TimeSpan.FromDays(14);

    /// <summary>What is known of a post; the narrowest that holds, and what moderators accepted before what they dismissed.</summary>
    /// <param name="decisions">Of the community, in any order.</param>
    public static QueueLesson LessonFor(QueuedPost post, IEnumerable<QueueDecision> decisions, DateTimeOffset now)
    {
        QueueDecision[] known = [.. Remembered(decisions, now)];
        var byMember = known.Where(decision => decision.Member == post.Member);
        var withDomain = known.Where(decision => post.Domain is not null && IsSame(decision.Domain, post.Domain));
        var both = withDomain.Where(decision => decision.Member == post.Member);

        return Last(both, isAccepted: true) >= AcceptedTwice ? QueueLesson.MemberPromotesDomain
            : Last(both, isAccepted: false) >= DismissedTwice ? QueueLesson.MemberMayLinkToDomain
            : Last(withDomain.Where(decision => decision.Channel == post.Channel), isAccepted: false) >= DismissedTwice ? QueueLesson.DomainIsWelcomeInChannel
            : Last(byMember.Where(decision => decision.Channel == post.Channel), isAccepted: false) >= DismissedThrice ? QueueLesson.MemberIsWelcomeInChannel
            : WasDismissedLately(post, byMember, now) ? QueueLesson.DismissedLately
            : QueueLesson.None;
    }

    /// <summary>Whether a post is put before moderators.</summary>
    /// <param name="isPromotion">What its text and its author's habits say.</param>
    public static bool IsShown(bool isPromotion, QueueLesson lesson) => lesson switch
    {
        QueueLesson.None => isPromotion,
        QueueLesson.MemberPromotesDomain => true,
        _ => false,
    };

    /// <summary>Whether moderators agreed often enough that the private note may be offered to them: nine in ten of at least twenty.</summary>
    public static bool MayOfferNote(IEnumerable<QueueDecision> decisions, DateTimeOffset now)
    {
        QueueDecision[] known = [.. Remembered(decisions, now)];
        return NoteRight.IsEarned(known.Length, known.Count(decision => decision.IsAccepted));
    }

    private static IEnumerable<QueueDecision> Remembered(IEnumerable<QueueDecision> decisions, DateTimeOffset now) =>
        decisions.Where(decision => decision.At <= now && now - decision.At < NoteRight.Memory).OrderByDescending(decision => decision.At);

    /// <summary>How many decisions in a row, up to the last one, went one way.</summary>
    private static int Last(IEnumerable<QueueDecision> decisions, bool isAccepted) => decisions.TakeWhile(decision => decision.IsAccepted == isAccepted).Count();

    private static bool WasDismissedLately(QueuedPost post, IEnumerable<QueueDecision> byMember, DateTimeOffset now) =>
        byMember.Where(decision => decision.Channel == post.Channel && IsSame(decision.Domain, post.Domain)).Take(1).Any(decision => !decision.IsAccepted && now - decision.At < Rest);

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
