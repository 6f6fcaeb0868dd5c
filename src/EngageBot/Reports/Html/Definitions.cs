namespace EngageBot.Reports.Html;

/// <summary>The words of the report, so that a reader need not guess what was counted.</summary>
internal static class Definitions
{
    public static Definition Post { get; } = new("def-post", "Post",
        "A message by a person that starts a conversation: it answers nobody, and does not stand in somebody's thread. Lines in which its author goes on belong to it.");

    public static Definition Reply { get; } = new("def-reply", "Reply",
        "A message that answers an earlier one of another person: by the platform's reply, in its thread, or by inference. Bots never answer, and nobody answers himself.");

    public static Definition Inferred { get; } = new("def-inferred", "Inferred link",
        "Where the platform does not say what a message answers, it is inferred from who is mentioned, what was said and when. " +
        "“69% sure” is the estimated probability that it is right; links without a percentage were given by the platform or by a person.");

    public static Definition ResponseRate { get; } = new("def-response-rate", "Response rate",
        "Answered posts among those of which one can say whether they were answered. n is the number of these.");

    public static Definition NotObserved { get; } = new("def-not-observed", "Not observed long enough",
        "A post counts as unanswered once it was watched for as long as nine in ten answers in its channel take (between 30 minutes and 12 hours, as the rules say). " +
        "Where the history ended or paused sooner, nobody knows: the post counts neither as answered nor as unanswered.");

    public static Definition Question { get; } = new("def-question", "Question",
        "A post that asks: a question, a request for help or a request for feedback, judged by its own words.");

    public static Definition OpenPost { get; } = new("def-open-post", "Open post",
        "A post that invites a reply (it asks, introduces its author or shows work) and that nobody answered, nobody acknowledged where a reaction is enough, " +
        "and its author did not withdraw.");

    public static Definition FirstReply { get; } = new("def-first-reply", "Time to first reply",
        "From a post to the first reply by another person; only answered posts have one. Half of them were answered within the median, " +
        "nine in ten within the second figure (p90).");

    public static Definition TwoWay { get; } = new("def-two-way", "Two-way talk",
        "Messages in conversations where at least two people each wrote after the other, among all messages by people.");

    public static Definition Reciprocity { get; } = new("def-reciprocity", "Reciprocity",
        "Of all pairs of people where one replied to the other, the share that replied both ways.");

    public static Definition Connector { get; } = new("def-connector", "Connector",
        "Somebody who exchanges replies with people who do not exchange any among themselves. The number is the effective size of his network " +
        "(Burt, Structural Holes, 1992): his contacts, less the average number of ties that each of them has to the others.");

    public static Definition Broadcaster { get; } = new("def-broadcaster", "Broadcaster",
        "Somebody who made at least five announcements or promotions within 30 days, left a reply to one of them without an answer, and replied to nobody. " +
        "Questions never count. They are counted, and not named.");

    public static Definition Promotion { get; } = new("def-promotion", "Promotion",
        "A post whose text offers, invites to buy or follow, or advertises, by a model of words that errs; or one with a link or text that its author also wrote " +
        "in other channels, or three times within a week. What answers somebody, or passes on somebody else's work, never is one. Nobody is named.");

    public static Definition OneWay { get; } = new("def-one-way", "One-way channel",
        "A channel with at least five messages by at most three people in which nobody ever answered anybody.");

    public static Definition Nudge { get; } = new("def-nudge", "What EngageBot would have done",
        "Found by going through the history message by message, looking at nothing that came later. In a replay nothing is sent to anybody.");

    public static Definition AskedInPrivate { get; } = new("def-ask", "Asked in private",
        "A private message to somebody who answers in that channel and was about lately: would you like to reply to this post? " +
        "Nobody is asked twice within three days, unless the rules say otherwise.");

    public static Definition WaitingBoard { get; } = new("def-board", "Waiting board",
        "One message in a channel that moderators choose, edited in place, which lists posts that still wait. It is where a post goes when nobody can be asked, " +
        "or nobody who was asked replied.");

    public static Definition Introduction { get; } = new("def-introduction", "Introduction",
        "Two people are put in touch, with a reason. Only people who opted in or asked for it are proposed; the second is asked after the first said yes, and a no " +
        "is never shown. The reason rests on what every member may read, and on channels that both read.");

    public static IReadOnlyList<Definition> All { get; } =
    [
        Post, Reply, Inferred, Question, ResponseRate, NotObserved, OpenPost, FirstReply, TwoWay, Reciprocity, Connector, Broadcaster, Promotion, OneWay, Introduction, Nudge, AskedInPrivate,
        WaitingBoard,
    ];
}
