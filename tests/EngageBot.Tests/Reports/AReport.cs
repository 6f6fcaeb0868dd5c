using EngageBot.Chat;
using EngageBot.Introductions;
using EngageBot.Nudges;
using EngageBot.ReplyGraph;
using EngageBot.Reports;
using EngageBot.Stats;

namespace EngageBot.Tests.Reports;

/// <summary>Reports with something in every place.</summary>
internal static class AReport
{
    public static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <param name="name">Whom everybody and everything is named after.</param>
    /// <param name="text">What everybody writes.</param>
    public static ReplayReport Full(string name = "ada", string text = "how do I glue PLA?")
    {
        var post = new ChatLine("post-id", name, Monday.AddDays(30), text);
        PlannedNudge[] nudges =
        [
            new(post.At.AddHours(3), NudgeStep.Ask, name, "Answered here 8 times in the last 30 days.", name, post),
            new(post.At.AddHours(6), NudgeStep.Board, null, "Waiting board: still open after people were asked.", name, post),
        ];
        return new ReplayReport
        {
            Name = name,
            Figures = Figures(name),
            OpenPosts = [Open(post, name, text, nudges)],
            Nudges = [nudges[1], nudges[0]],
            NudgesPlanned = 1_204,
            Promotions = [new PromotionPost("promotion-id", name, Monday.AddDays(3), text, 0.934, ["own link", "same text in 3 channels"])],
            Introductions = [new Introduction { One = name, Other = name + "2", Topics = ["telescopes", "lenses"], Channels = [name], Contacts = [name + "3"] }],
            Notes =
            [
                new ModeratorNote(new ChatLine("crisis-id", name, Monday.AddDays(2), text), name, PostKind.Crisis, Words.WhyNoted(PostKind.Crisis)),
                new ModeratorNote(new ChatLine("scam-id", name, Monday.AddDays(9), text), name, PostKind.Scam, Words.WhyNoted(PostKind.Scam)),
            ],
            SkippedMessages = 17,
            FirstSkipped = [text],
        };
    }

    public static ReplayReport Empty() => new()
    {
        Name = "nothing",
        Figures = new CommunityFigures
        {
            From = DateTimeOffset.MaxValue,
            To = DateTimeOffset.MinValue,
            Pauses = 0,
            Messages = 0,
            MessagesByPeople = 0,
            People = 0,
            Posts = Posts(0, 0),
            Questions = Posts(0, 0),
            OpenPosts = 0,
            Times = null,
            TwoWayShare = null,
            Broadcasters = 0,
            Promotions = 0,
            Channels = [],
            Periods = [],
            PeriodLength = PeriodLength.Day,
            Hours = [],
            Network = new Network { Pairs = 0, MutualPairs = 0, People = 0, StrongestPairs = [], Connectors = [] },
        },
        OpenPosts = [],
        Nudges = [],
        NudgesPlanned = 0,
        Promotions = [],
        Notes = [],
        Introductions = [],
        SkippedMessages = 0,
        FirstSkipped = [],
    };

    /// <summary>One message, of which one cannot say yet whether it is answered.</summary>
    public static ReplayReport OfOneMessage()
    {
        var posts = Posts(0, 0) with { NotObserved = 1 };
        var empty = Empty();
        return empty with
        {
            Figures = empty.Figures with
            {
                From = Monday,
                To = Monday,
                Messages = 1,
                MessagesByPeople = 1,
                People = 1,
                Posts = posts,
                TwoWayShare = 0,
                Channels = [Channel("help", posts)],
                Periods = [new PeriodFigures(Monday, 1, posts, null)],
                Hours = [new HourFigures(9, posts)],
            },
        };
    }

    public static PostFigures Posts(int answered, int unanswered) => new() { Answered = answered, Unanswered = unanswered, NotObserved = 0 };

    public static ResponseTimes Times(int answered, double median = 8, double p90 = 120) => new()
    {
        Answered = answered,
        Median = TimeSpan.FromMinutes(median),
        P90 = TimeSpan.FromMinutes(p90),
        WithinAnHour = 0.853,
        WithinADay = 0.9957,
    };

    /// <summary>Two hundred open posts, two hundred nudges, sixty people.</summary>
    public static ReplayReport Large()
    {
        var report = Full("somebody", string.Concat(Enumerable.Repeat("what is said about it ", 20)));
        var people = Enumerable.Range(0, 60).Select(id => new PersonFigures("member " + id, 60 - id, id, 5, 3) { Key = id }).ToList();
        return report with
        {
            OpenPosts = [.. Enumerable.Range(0, 200).Select(_ => report.OpenPosts[0])],
            Nudges = [.. Enumerable.Range(0, 200).Select(index => report.Nudges[index % 2] with { At = Monday.AddMinutes(index) })],
            Figures = report.Figures with
            {
                OpenPosts = 1_204,
                Network = report.Figures.Network with
                {
                    StrongestPairs = [.. Enumerable.Range(0, 400).Select(index => new AnswerPair(people[index % 60], people[((index * 7) + 1) % 60], 3, index % 3))],
                },
            },
        };
    }

    private static OpenPostLines Open(ChatLine post, string name, string text, IReadOnlyList<PlannedNudge> nudges) => new()
    {
        Post = post,
        Channel = name,
        Kind = PostKind.HelpRequest,
        Waited = TimeSpan.FromHours(5),
        Before = [new ChatLine("before-id", name, post.At.AddMinutes(-5), text)],
        After =
        [
            new ChatLine("after-id", name, post.At.AddMinutes(5), text) { Link = new LineLink(LinkSource.Rules, 0.69, name + "!") },
            new ChatLine("own-id", name, post.At.AddMinutes(6), text) { Link = new LineLink(LinkSource.Model, 0.57, name) },
            new ChatLine("button-id", name, post.At.AddMinutes(7), text) { Link = new LineLink(LinkSource.Explicit, 1, null) },
        ],
        Nudges = nudges,
    };

    private static CommunityFigures Figures(string name) => new()
    {
        From = Monday,
        To = Monday.AddDays(34),
        Pauses = 3,
        Messages = 1_321,
        MessagesByPeople = 1_296,
        People = 50,
        Posts = Posts(234, 286) with { NotObserved = 2 },
        Questions = Posts(107, 77),
        OpenPosts = 84,
        Times = Times(234, 8.4, 119.8),
        TwoWayShare = 0.592,
        Broadcasters = 2,
        Promotions = 31,
        Channels = [Channel(name, Posts(66, 40)) with { Times = Times(66, 22, 180) }, Channel("news", Posts(0, 6)) with { Key = 2, IsOneWay = true, Messages = 777 }],
        Periods = [.. Enumerable.Range(0, 35).Select(day => new PeriodFigures(Monday.AddHours(-9).AddDays(day), 31 + day, Posts(day, 20), Times(day + 1, day + 1, 61 + day)))],
        PeriodLength = PeriodLength.Day,
        Hours = [.. Enumerable.Range(0, 168).Where(hour => hour % 3 > 0).Select(hour => new HourFigures(hour, Posts(hour % 5, 3)))],
        Network = NetworkOf(name),
    };

    private static Network NetworkOf(string name)
    {
        var people = Enumerable.Range(0, 5).Select(id => new PersonFigures(name + id, 13 + id, 45, 22, 14.8) { Key = id }).ToList();
        return new Network
        {
            Pairs = 222,
            MutualPairs = 114,
            People = 44,
            StrongestPairs = [new(people[0], people[1], 3, 4), new(people[1], people[2], 5, 0), new(people[3], people[4], 1, 1)],
            Connectors = [people[0]],
        };
    }

    private static ChannelFigures Channel(string name, PostFigures posts) => new()
    {
        Key = 1,
        Name = name,
        Messages = 362,
        People = 34,
        Posts = posts,
        Times = null,
        Wait = TimeSpan.FromMinutes(181),
        IsOneWay = false,
    };
}
