namespace EngageBot.SelfPromotion;

/// <summary>What moderators' decisions say about a post before they see it.</summary>
internal enum QueueLesson
{
    /// <summary>Nothing: it is judged as any other.</summary>
    None = 0,

    /// <summary>The same member's link to the same domain in the same channel was just dismissed: not shown again for a while.</summary>
    DismissedLately = 1,

    /// <summary>Links to the domain are welcome in the channel, whoever posts them.</summary>
    DomainIsWelcomeInChannel = 2,

    /// <summary>The member may link to the domain wherever he does.</summary>
    MemberMayLinkToDomain = 3,

    /// <summary>What the member posts in the channel is no promotion there.</summary>
    MemberIsWelcomeInChannel = 4,

    /// <summary>The domain is the member's own, and he promotes it: shown however quiet its text is.</summary>
    MemberPromotesDomain = 5,
}
