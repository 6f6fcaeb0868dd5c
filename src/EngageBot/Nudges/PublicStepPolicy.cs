using EngageBot.Communities;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Whether something may be said in public about a post now.</summary>
internal static class PublicStepPolicy
{
    /// <summary>What counts of messages counted; more make no difference.</summary>
    public const int MostCounted = 50;

    private const int MostSincePost = 30;

    private const int BetweenPublic = 50;

    /// <summary>Nobody waits for the bot to speak: it is looked again now and then, until what is planned expires.</summary>
    private static readonly TimeSpan UntilMoreIsWritten = TimeSpan.FromMinutes(5);

    private const string Resting = "Somebody took away what the bot said here: it is silent for a week.";

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

    /// <summary>
    /// Whether something of a form may be said to everybody now. A tag is no message. The place of people who were introduced is opened when they said yes: it waits for nobody,
    /// but what else the bot would say waits after it. The digest comes where and when moderators want it. Of all others, whatever they are, there is one in 50 messages and never two in a row.
    /// </summary>
    public static OutboxVerdict ForMessage(OutboxKind kind, PublicFacts facts, CommunityRules rules, DateTimeOffset now) => kind switch
    {
        OutboxKind.Tag when facts.IsResting => new OutboxVerdict.Hold(Resting, now + UntilMoreIsWritten),
        OutboxKind.Tag or OutboxKind.Introduction or OutboxKind.Digest => new OutboxVerdict.Say(),
        OutboxKind.Reply when WhyNoReply(facts, rules, now) is { } verdict => verdict,
        _ when facts.SinceLastInChannel == 0 => new OutboxVerdict.Hold("The bot spoke last in this channel.", now + UntilMoreIsWritten),
        _ when facts.SinceLastInCommunity < BetweenPublic => new OutboxVerdict.Hold("The bot spoke less than 50 messages ago.", now + UntilMoreIsWritten),
        _ => new OutboxVerdict.Say(),
    };

    private static OutboxVerdict? WhyNoReply(PublicFacts facts, CommunityRules rules, DateTimeOffset now) => facts switch
    {
        { MessagesSincePost: > MostSincePost } => new OutboxVerdict.Drop("More than 30 messages came since the post: a reply would bring it up out of place."),
        { IsResting: true } => new OutboxVerdict.Hold(Resting, now + UntilMoreIsWritten),
        _ when facts.RepliesInADay >= rules.RepliesPerDayFor(facts.People) => new OutboxVerdict.Hold("Enough was said here in a day.", now + UntilMoreIsWritten),
        _ => null,
    };

    /// <summary>Whether it is a time at which something new may be said. What waited overnight is spread over the morning.</summary>
    public static OutboxVerdict ForTime(CommunityRules rules, OutboxEntry entry, DateTimeOffset now) => rules.QuietHours is { } quiet && quiet.Contains(now)
        ? new OutboxVerdict.Hold("Quiet hours.", MorningSpread.TimeOf(entry, quiet.After(now, TimeSpan.Zero)))
        : new OutboxVerdict.Say();

    /// <summary>Whether what was written in a channel may be shown to everybody there, on the board or by a tag.</summary>
    public static bool MayShow(bool isForEveryone, string name, string id, CommunityRules rules) =>
        VisibilityPolicy.MaySpeakOf(isForEveryone, name, id, rules) && rules.IsLive(LiveStep.Board, name, id);
}
