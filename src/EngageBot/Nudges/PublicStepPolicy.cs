using EngageBot.Communities;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Whether something may be said in public about a post now.</summary>
internal static class PublicStepPolicy
{
    /// <summary>What counts of messages counted; more make no difference.</summary>
    public const int MostCounted = 50;

    private const int MostSincePost = 30;

    private const int BetweenPublic = 50;

    private static readonly OutboxVerdict Resting = new OutboxVerdict.Hold("Somebody took away what the bot said here: it is silent for a week.");

    /// <summary>Why a post needs nothing said about it; null where it is open.</summary>
    public static string? WhyNot(PostState post) => post switch
    {
        { IsOpen: true } => null,
        { IsPost: false } => "The post is gone, or starts no conversation.",
        { AnsweredAt: not null } => "Somebody replied.",
        { IsSettled: true } => "It is settled.",
        { IsLeftAlone: true } => "Its author is gone, may not write, or has not accepted the rules.",
        { IsInQuarrel: true } => "People quarrel there.",
        _ => "It asks for nothing any more.",
    };

    /// <summary>Whether a reply may be put under an open post now.</summary>
    public static OutboxVerdict ForReply(PublicFacts facts, CommunityRules rules) => facts switch
    {
        { MessagesSincePost: > MostSincePost } => new OutboxVerdict.Drop("More than 30 messages came since the post: a reply would bring it up out of place."),
        { IsResting: true } => Resting,
        _ when facts.RepliesInADay >= rules.RepliesPerDayFor(facts.People) => new OutboxVerdict.Hold("Enough was said here in a day."),
        { SinceLastInChannel: 0 } => new OutboxVerdict.Hold("The bot spoke last in this channel."),
        { SinceLastInCommunity: < BetweenPublic } => new OutboxVerdict.Hold("The bot spoke less than 50 messages ago."),
        _ => new OutboxVerdict.Say(),
    };

    /// <summary>Whether a post may be tagged now.</summary>
    /// <param name="isResting">Somebody took a tag off there.</param>
    public static OutboxVerdict ForTag(bool isResting) => isResting ? Resting : new OutboxVerdict.Say();

    /// <summary>Whether it is a time at which something new may be said.</summary>
    public static OutboxVerdict ForTime(CommunityRules rules, DateTimeOffset now) =>
        rules.QuietHours is { } quiet && quiet.Contains(now) ? new OutboxVerdict.Hold("Quiet hours.", quiet.After(now, TimeSpan.Zero)) : new OutboxVerdict.Say();

    /// <summary>Whether what was written in a channel may be shown to everybody there, on the board or by a tag.</summary>
    public static bool MayShow(bool isForEveryone, string name, string id, CommunityRules rules) =>
        VisibilityPolicy.MaySpeakOf(isForEveryone, name, id, rules) && rules.IsLive(LiveStep.Board, name, id);
}
