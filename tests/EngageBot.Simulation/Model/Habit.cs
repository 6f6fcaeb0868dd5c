using static EngageBot.Simulation.Model.HabitName;

namespace EngageBot.Simulation.Model;

/// <summary>
/// Between which values something about a community is drawn, and why there. The ranges were written down before anything was run and are not fitted to any result:
/// where the evidence gives a figure the range lies around it, where it gives none the range is wide and says so.
/// </summary>
/// <param name="Source">Where the range comes from.</param>
internal sealed record Habit(HabitName Name, double Low, double High, string Source)
{
    private const string NoFigure = "no figure known: a wide range";

    /// <summary>Drawn evenly in its logarithm: half as much and twice as much are equally far.</summary>
    public bool IsScale { get; init; }

    public static IReadOnlyList<Habit> All { get; } =
    [
        new(Size, 20, 400, "communities of all sizes that one moderator knows; the rules change at 100") { IsScale = true },
        new(PostsPerMember, 0.005, 0.08, "posts that invite a reply, a member and day: one in half a year to one in two weeks") { IsScale = true },
        new(ChatPerMember, 0.1, 0.6, "other lines, a member and day: most members of a chat write seldom") { IsScale = true },
        new(Channels, 1, 5, NoFigure),
        new(Topics, 3, 12, NoFigure),
        new(AnswerRate, 0.45, 0.8, "of questions that start a conversation 60.5% were answered on Ubuntu's IRC, 71.2% in Gitter's dialogs"),
        new(WithinHour, 0.8, 0.969, "96.9% of replies came in the first hour (Sysomos 2010); slower communities down to 80%"),
        new(TypicalDelay, 3, 15, "minutes to half of the answers, so that the share within the hour is as above"),
        new(Hardness, 0.5, 1.5, "spread (in the logarithm) of how hard posts are: what nobody answers is harder than what somebody did"),
        new(AnswererSpread, 0.8, 1.6, "spread (in the logarithm) of how much people answer: everywhere a few answer most"),
        new(TopicPull, 2, 6, "asking by topic was taken up about four times as often as at random (SuggestBot 2007)"),
        new(TakeUp, 0.1, 0.6, "chance that one who agreed, asked in private about his topic, answers a usual post; below one in ten the bot would go back to observing"),
        new(PingIsAsGood, 0, 1, "in one community of four a ping helps as much as a private ask, or more: the doubt in Do 2022, and that many see a ping"),
        new(PingRatio, 0, 1, "a ping's chance against one private ask's: 0.2 to 1 where naming one person in private works best (Do 2022; Markey 2000), else 1 to 1.5"),
        new(ReadDelay, 10, 90, "minutes at the median until a private message is read"),
        new(Claims, 0.3, 0.8, "share of those who want to answer who press I'll reply first; no figure known"),
        new(BreaksWord, 0.05, 0.25, "share of those who then do not answer; no figure known"),
        new(Declines, 0.1, 0.5, "share of the others who press Not for me; the rest is silent"),
        new(Dismisses, 0, 0.05, "share of the others who press Not needed; no figure known"),
        new(BoardLooks, 0.01, 0.1, "chance that a member looks at the waiting board on a day; no figure known"),
        new(BoardPull, 0.05, 0.4, "of a private ask's effect on one who looks at the board: nobody is named there"),
        new(ReplyPull, 0.1, 0.6, "of a ping's effect, where the bot replies under a post: nobody is notified"),
        new(SignUp, 0.03, 0.3, "share of members who agree to be asked: from the few who carry a community to an eager one") { IsScale = true },
        new(Irritation, 0.0005, 0.01, "chance that a first message in weeks makes somebody act against the bot; five in a hundred a week make ours fall silent") { IsScale = true },
        new(Leaves, 0.05, 0.3, "share of those who then leave the community; the others silence the bot. No figure known"),
        new(PrivateWeight, 0.5, 2, "how much a private message annoys against a ping to everybody: it is for him alone, and he agreed") { IsScale = true },
        new(Recovery, 2, 14, "days until half of an annoyance is forgotten; no figure known") { IsScale = true },
        new(Fatigue, 0, 0.1, "how much less somebody answers for each message that he has not forgotten; no figure known"),
        new(Newcomers, 0.005, 0.03, "newcomers a week, as a share of the members") { IsScale = true },
        new(Threads, 0, 1, "half of the communities answer in threads, half below each other with the reply button"),
        new(PublicReply, 0, 1, "moderators of one community of five choose replies under posts in place of the waiting board"),
        new(Zone, 0, 1, "one of four time zones, with and without summer time"),
    ];

    /// <summary>The value at a place between 0 and 1.</summary>
    public double At(double place) => IsScale ? Low * Math.Pow(High / Low, place) : Low + ((High - Low) * place);
}
