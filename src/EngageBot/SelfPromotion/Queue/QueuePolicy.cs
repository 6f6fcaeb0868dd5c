using EngageBot.Chat;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>
/// Whether a message is put before moderators: pure self-promotion, which is promotion by somebody who gives too little besides, not his first, and no newcomer's. Whoever shows
/// his work and asks for feedback has an open post first.
/// </summary>
internal static class QueuePolicy
{
    /// <param name="repliesForEach">Different people answered for each promotion; 0 shows nothing.</param>
    public static bool IsShown(QueueFacts facts, int repliesForEach) =>
        repliesForEach > 0 && !IsExempt(facts) && QueueTeachingPolicy.IsShown(IsPure(facts, repliesForEach), facts.Lesson);

    private static bool IsExempt(QueueFacts facts) =>
        facts.IsByNewcomer || facts.Signals.AnswersSomebody || facts.Signals.IsForwarded || facts.Signals.IsInPromotionChannel || IsOpenPost(facts)
        || facts.Kind is PostKind.Crisis or PostKind.Quarrel or PostKind.Scam or PostKind.Complaint; // Moderators hear of these in other words.

    /// <summary>Work that is shown in several places, or again and again, asks for nothing.</summary>
    private static bool IsOpenPost(QueueFacts facts) =>
        facts.Kind is PostKind.FeedbackRequest or PostKind.HelpRequest || (facts.Kind == PostKind.ShownWork && !PromotionPolicy.IsRepeated(facts.Signals));

    private static bool IsPure(QueueFacts facts, int repliesForEach)
    {
        var (balance, repeats) = (facts.Signals.Balance, new[] { facts.Signals.SameText.Times, facts.Signals.SameLink.Times, facts.Signals.OwnDomainTimes, facts.Signals.ScheduledTimes }.Max());
        return facts.Decision.IsPromotion && (balance with { Promotions = Math.Max(balance.Promotions, repeats) }).IsUnder(repliesForEach);
    }
}
