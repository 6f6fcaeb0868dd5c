using EngageBot.Introductions.Outcomes;
using EngageBot.Stats;

namespace EngageBot.Reports;

/// <summary>What the figures say, in words; null where there is nothing to say. Of few things no share is told: "3 of 10", not "30%".</summary>
public static class Findings
{
    /// <summary>Of fewer things a share sounds surer than it is.</summary>
    internal const int EnoughForShare = 20;

    /// <summary>All of them, what matters most first.</summary>
    public static IEnumerable<Finding> Of(ReplayReport report) => new[]
    {
        Outcomes(report.Outcomes), AnsweredPosts(report.Figures), UnansweredQuestions(report.Figures), FirstReplies(report.Figures), OpenPosts(report.Figures), Nudges(report.NudgesPlanned),
        TwoWay(report.Figures), Reciprocity(report.Figures.Network), OneWayChannels(report.Figures), Broadcasters(report.Figures),
    }.OfType<Finding>();

    /// <summary>"1,296 messages by 50 people in 8 channels, and 25 by bots".</summary>
    public static string Extent(CommunityFigures figures)
    {
        var others = figures.Messages - figures.MessagesByPeople;
        var byPeople = $"{Words.Counted(figures.MessagesByPeople, "message")} by {Words.People(figures.People)} in {Words.Counted(figures.Channels.Count, "channel")}";
        return figures.Messages == 0 ? "no messages" : others == 0 ? byPeople : $"{byPeople}, and {Words.Number(others)} by bots or the platform";
    }

    /// <summary>"3 of 7", "introductions led to something: 1 helped, 2 met".</summary>
    public static Finding? Outcomes(ConfirmedOutcomes? outcomes)
    {
        if (outcomes is not { Confirmed: > 0 })
        {
            return null;
        }

        var kinds = new[] { (outcomes.Helped, "helped"), (outcomes.Met, "met"), (outcomes.Changed, "made or changed something") };
        var words = string.Join(", ", kinds.Where(kind => kind.Item1 > 0).Select(kind => $"{Words.Number(kind.Item1)} {kind.Item2}"));
        return new Finding($"{Words.Number(outcomes.Confirmed)} of {Words.Number(outcomes.Made)}", $"{(outcomes.Made == 1 ? "introduction" : "introductions")} led to something: {words}");
    }

    public static Finding? AnsweredPosts(CommunityFigures figures) =>
        Share(figures.Posts.Answered, Judged(figures.Posts), "post", "got an answer", "got no answer");

    public static Finding? UnansweredQuestions(CommunityFigures figures) =>
        Share(figures.Questions.Unanswered, Judged(figures.Questions), "question", "got no answer", "got an answer");

    /// <summary>With what nine in ten kept.</summary>
    public static Finding? FirstReplies(CommunityFigures figures) =>
        FirstReply(figures) is { } reply && NineInTen(figures.Times) is { } most ? reply with { Words = $"{reply.Words}; {most}" } : FirstReply(figures);

    public static Finding? FirstReply(CommunityFigures figures) => figures.Times is not { } times ? null
        : new Finding(Words.Duration(times.Median), times.Answered == 1 ? "until the only first reply" : "until a first reply, at the median");

    /// <summary>"nine in ten within 2 h"; null where too few were answered to say so.</summary>
    public static string? NineInTen(ResponseTimes? times) => times is { Answered: >= 10 } ? $"nine in ten within {Words.Duration(times.P90)}" : null;

    public static Finding? OpenPosts(CommunityFigures figures) => Some(figures.OpenPosts, "post still waits for a first reply", "posts still wait for a first reply");

    public static Finding? OneWayChannels(CommunityFigures figures) =>
        Some(figures.Channels.Count(channel => channel.IsOneWay), "channel is one-way: members only listen", "channels are one-way: members only listen");

    public static Finding? TwoWay(CommunityFigures figures) =>
        figures.TwoWayShare is null || figures.MessagesByPeople < EnoughForShare ? null : new Finding(Words.Percent(figures.TwoWayShare), "of messages are part of two-way talk");

    public static Finding? Reciprocity(Network network) => Share(network.MutualPairs, network.Pairs, "pair", "replied both ways", "did not reply both ways");

    public static Finding? Broadcasters(CommunityFigures figures) => Some(figures.Broadcasters, "person only broadcasts", "people only broadcast");

    public static Finding? Nudges(int planned) => Some(planned, "time EngageBot would have spoken", "times EngageBot would have spoken");

    /// <summary>Posts of which one can say whether they were answered.</summary>
    public static int Judged(PostFigures posts) => posts.Answered + posts.Unanswered;

    private static Finding? Share(int part, int whole, string noun, string what, string otherwise) => whole switch
    {
        0 => null,
        1 => new Finding($"The only {noun}", part == 1 ? what : otherwise),
        < EnoughForShare => new Finding($"{part} of {whole}", $"{noun}s {what}"),
        _ => new Finding(Words.Percent(part / (double)whole), $"of {Words.Counted(whole, noun)} {what}"),
    };

    private static Finding? Some(int count, string one, string many) => count == 0 ? null : new Finding(Words.Number(count), count == 1 ? one : many);
}
