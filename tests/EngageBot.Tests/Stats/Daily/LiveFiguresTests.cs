using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Stats;
using EngageBot.Stats.Daily;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Stats.Daily;

/// <summary>The report and the command never say two numbers for one thing, whatever happened since days were packed.</summary>
public sealed class LiveFiguresTests
{
    private const string Sale = "Sale in my shop: 50% off all birds today only, order now and use code BIRD50, follow us to win a free nest";

    private static readonly DateTimeOffset Noon = TestTime.Noon;
    private static readonly string[] People = ["ada", "bob", "eve", "kim", "lee", "moe"];
    private static readonly string[] Places = ["help", "talk", "news"];
    private static readonly string[] Texts = ["how do I mount it?", "like so", "nvm, solved it", "is it broken?", "hello, I am new here", Sale, "tea", "thanks"];

    [Fact]
    public void Figures_from_packed_days_are_those_of_the_report() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(25),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => SameAsync(TestEngine.Sqlite, seed).GetAwaiter().GetResult()));

    [Theory, EachEngine]
    public Task Figures_from_packed_days_are_those_of_the_report_on_each_engine(TestEngine engine) => SameAsync(engine, seed: 7);

    [Theory, EachEngine]
    public async Task Nothing_of_who_is_forgotten_stays_packed(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(
            A.Message("one?").Id(1).By("ada").At(Noon), A.Message("so").Id(2).By("bob").ReplyingTo(1).At(Noon.AddDays(1)), A.Message("far away").Id(3).By("eve").In("other").At(Noon));
        await new DayKeeper(database.Source).RunOnceAsync(DateTimeOffset.MaxValue, CancellationToken.None);
        Assert.Equal(3, await database.CountAsync("figure_days"));

        await pipeline.HandleAsync(new MemberChoice.ForgetsAll(TestTime.Community, Noon.AddDays(2), TestTime.Member("ada")));

        Assert.Equal(1, await database.CountAsync("figure_days")); // Where he neither wrote nor was replied to.
        await new DayKeeper(database.Source).RunOnceAsync(DateTimeOffset.MaxValue, CancellationToken.None);
        Assert.Equal((3L, 0L), (await database.CountAsync("figure_days"), await database.CountAsync("stale_days")));
    }

    [Theory, EachEngine]
    public async Task A_day_is_packed_once_it_is_over(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(A.Message("one?").Id(1).At(Noon), A.Message("two?").Id(2).At(Noon.AddDays(1)));
        await new DayKeeper(database.Source).RunOnceAsync(Noon.AddHours(11), CancellationToken.None);
        Assert.Equal((0L, 2L), (await database.CountAsync("figure_days"), await database.CountAsync("stale_days")));

        await new DayKeeper(database.Source).RunOnceAsync(Noon.AddHours(12), CancellationToken.None);
        Assert.Equal((1L, 1L), (await database.CountAsync("figure_days"), await database.CountAsync("stale_days")));
    }

    [Theory, EachEngine]
    public async Task A_day_that_changes_while_it_is_packed_stays_stale(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(A.Message("one?").Id(1));
        await using var session = new EngageBot.Database.WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        var store = new DayStore(session);
        var before = Assert.Single(await store.StaleAfterAsync(default, long.MaxValue, CancellationToken.None));
        await pipeline.HandleAsync(A.Message("two?").Id(2));

        await store.PutAsync(before, [1], CancellationToken.None);

        Assert.Equal((0L, 1L), (await database.CountAsync("figure_days"), await database.CountAsync("stale_days")));
    }

    [Theory]
    [InlineData("nothing", 0, 1)]
    [InlineData("edited", 0, 0)]
    [InlineData("deleted", 0, 0)]
    [InlineData("reaction", 0, 0)]
    [InlineData("reaction taken back", 0, 1)]
    [InlineData("withdrawn", 0, 0)]
    [InlineData("left", 0, 0)]
    [InlineData("answered a day later", 1, 0)]
    [InlineData("opted out", 0, 0)]
    public async Task What_happens_after_a_day_was_packed_is_seen(string change, int answered, int open)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database);
        var (at, help) = (Noon.AddDays(1), TestTime.Channel("help"));
        var tick = new ReactionAdded(TestTime.Community, Noon, help) { Message = new MessageId(1), Member = TestTime.Member("bob"), Emoji = "✅" };
        await pipeline.HandleAsync(LiveStory.Channel("help"), A.Message("how do I mount it?").Id(1).In("help"));
        await pipeline.HandleAsync(change == "reaction taken back" ? [tick] : []);
        await new DayKeeper(database.Source).RunOnceAsync(DateTimeOffset.MaxValue, CancellationToken.None);

        await pipeline.HandleAsync(change switch
        {
            "edited" => [new MessageEdited(TestTime.Community, at, help) { Id = new MessageId(1), Text = "tea" }],
            "deleted" => [new MessageDeleted(TestTime.Community, at, help) { Id = new MessageId(1) }],
            "reaction" => [tick],
            "reaction taken back" => [new ReactionRemoved(TestTime.Community, at, help) { Message = new MessageId(1) }],
            "withdrawn" => [A.Message("nvm, solved it").Id(2).In("help").ReplyingTo(1).At(at)],
            "left" => [new MemberLeft(TestTime.Community, at, TestTime.Member("ada"))],
            "answered a day later" => [A.Message("like so").Id(2).In("help").By("bob").ReplyingTo(1).At(at)],
            "opted out" => [new MemberChoice.LeavesOut(TestTime.Community, at, TestTime.Member("ada"))],
            _ => (IEnumerable<ChatEvent>)[],
        });

        var figures = (await ReadAsync(database, channel: null, Noon.AddDays(2)))!.Now;
        Assert.Equal((answered, open), (figures.Posts.Answered, figures.OpenPosts));
    }

    [Fact]
    public async Task An_answer_that_came_before_its_post_counts_once_that_is_there()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(LiveStory.Channel("help"), A.Message("like so").Id(2).In("help").By("bob").ReplyingTo(1).At(Noon.AddDays(1)));
        await new DayKeeper(database.Source).RunOnceAsync(DateTimeOffset.MaxValue, CancellationToken.None);

        await pipeline.HandleAsync(A.Message("how do I mount it?").Id(1).In("help"));

        var figures = (await ReadAsync(database, channel: null, Noon.AddDays(2)))!.Now;
        Assert.Equal((1, 1, 1), (figures.Posts.Posts, figures.Posts.Answered, figures.Pairs));
    }

    [Fact]
    public async Task Only_channels_that_everybody_can_read_count_unless_one_is_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(
            LiveStory.Channel("help"), LiveStory.Channel("secret", ChannelVisibility.Readers), A.Message("one?").Id(1).In("help"), A.Message("psst").Id(2).In("secret").By("bob"), A.Message("eh").Id(3).In("unknown"));

        Assert.Equal(1, (await ReadAsync(database, channel: null))!.Now.Messages);
        Assert.Equal(1, (await ReadAsync(database, TestTime.Channel("secret")))!.Now.People);
        Assert.Null(await ReadAsync(database, TestTime.Channel("nowhere")));
    }

    [Theory]
    [InlineData(13, false, 1, 1, 1)]
    [InlineData(13, true, 1, 0, 0)] // Nobody answered him.
    [InlineData(-15, false, 0, 0, 0)] // He had been there for long.
    public async Task Newcomers_are_told_by_when_they_joined(int joinedDaysBefore, bool isUnanswered, int posted, int answered, int back)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database);
        var joined = joinedDaysBefore > 0 ? Noon.AddDays(-joinedDaysBefore) : Noon.AddDays(-60);
        await pipeline.HandleAsync(
            LiveStory.Channel("help"),
            new MemberSeen(TestTime.Community, Noon, TestTime.Member("ada")) { Name = "ada", JoinedAt = joined },
            A.Message("how do I?").Id(1).In("help"),
            A.Message("so").Id(2).In("help").By(isUnanswered ? "ada" : "bob").ReplyingTo(1).At(Noon.AddHours(1)),
            A.Message("good day").Id(3).In("help").At(Noon.AddDays(2)));

        Assert.Equal(new NewcomerFigures(posted, answered, back), (await ReadAsync(database, channel: null, Noon.AddDays(3)))!.Now.Newcomers);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task The_team_is_whom_the_platform_lets_do_more(bool isTeam, int answeredByTeam)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(
            LiveStory.Channel("help"),
            new MemberSeen(TestTime.Community, Noon, TestTime.Member("mod")) { Name = "mod", IsTeam = isTeam },
            A.Message("how do I?").Id(1).In("help"),
            A.Message("so").Id(2).In("help").By("mod").ReplyingTo(1).At(Noon.AddHours(1)),
            A.Message("or so").Id(3).In("help").By("bob").ReplyingTo(1).At(Noon.AddHours(2)));

        var figures = (await ReadAsync(database, channel: null, Noon.AddDays(3)))!;
        Assert.Equal((1, answeredByTeam, isTeam), (figures.Now.InvitingAnswered, figures.Now.AnsweredByTeam, figures.HasTeam));
    }

    private static Task<LiveFigures?> ReadAsync(TestDatabase database, ChannelId? channel, DateTimeOffset? now = null) =>
        new LiveFiguresReader(database.Source, RulesBook.Fixed(new CommunityRules()))
            .ReadAsync(new LiveScope(TestTime.Community, channel, TimeSpan.FromDays(28), now ?? Noon.AddHours(1)), CancellationToken.None);

    private static async Task SameAsync(TestEngine engine, int seed)
    {
        var random = new Random(seed);
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(Places.Select(place => LiveStory.Channel(place)));
        foreach (var batch in Made(random).Chunk(1 + random.Next(40)))
        {
            await pipeline.HandleAsync(batch);
            if (random.Next(4) == 0)
            {
                await new DayKeeper(database.Source).RunOnceAsync(DateTimeOffset.MaxValue, CancellationToken.None);
            }
        }

        var now = Noon.AddDays(10).AddMinutes(random.Next(2_000));
        await SameAsync(database, now);
        await new DayKeeper(database.Source).RunOnceAsync(DateTimeOffset.MaxValue, CancellationToken.None);
        Assert.Equal(0, await database.CountAsync("stale_days"));
        await SameAsync(database, now);
    }

    private static async Task SameAsync(TestDatabase database, DateTimeOffset now)
    {
        var scope = new LiveScope(TestTime.Community, Channel: null, TimeSpan.FromDays(5), now);
        var figures = (await new LiveFiguresReader(database.Source, RulesBook.Fixed(new CommunityRules())).ReadAsync(scope, CancellationToken.None))!;
        Assert.Equal(await ReportAsync(database, figures.Now.From, figures.Now.To), Of(figures.Now));
        Assert.Equal(await ReportAsync(database, figures.Before!.From, figures.Before.To), Of(figures.Before));
        Assert.Equal(figures.Now.From, figures.Before.To.AddMilliseconds(1));
        Assert.Equal(figures.Now.Posts.Answered + figures.Now.Posts.Unanswered, figures.Now.Points.Sum(point => point.Judged));
        Assert.Equal(figures.Now.Messages, figures.Now.Points.Sum(point => point.Messages));
        Assert.Equal((long)Math.Round(figures.Now.Messages * (figures.Now.TwoWayShare ?? 0)), figures.Now.Points.Sum(point => point.TwoWay));
        Assert.Equal(figures.Now.Times?.Answered ?? 0, figures.Now.Points.Sum(point => point.Times?.Answered ?? 0));
    }

    private static async Task<Shown> ReportAsync(TestDatabase database, DateTimeOffset from, DateTimeOffset to)
    {
        var span = new ObservedSpan();
        for (var at = from; at < to; at = at.AddHours(10))
        {
            span.Add(at);
        }

        span.Add(to);
        var report = await new FiguresReader(database.Source, span, new CommunityRules()).ReadAsync(TestTime.Community, CancellationToken.None);
        return new Shown(
            report.MessagesByPeople, report.People, report.Posts, report.Times, report.TwoWayShare, report.Network.Pairs, report.Network.MutualPairs, report.OpenPosts, report.Broadcasters);
    }

    private static Shown Of(PeriodSummary one) =>
        new(one.Messages, one.People, one.Posts, one.Times, one.TwoWayShare, one.Pairs, one.MutualPairs, one.OpenPosts, one.Broadcasters);

    /// <summary>Ten days of a community to which all happens that can.</summary>
    private static IReadOnlyList<ChatEvent> Made(Random random)
    {
        List<ChatEvent> made = [];
        var at = Noon;
        for (var number = 1; number <= 300; number++)
        {
            at = at.AddMinutes(random.Next(90));
            var message = A.Message(Texts[random.Next(Texts.Length)]).Id(number).By(People[random.Next(People.Length)]).In(Places[number % 10 == 0 ? 2 : number % 2]).At(at);
            message = random.Next(12) == 0 ? message.With(MessageTraits.Bot).By("robot") : message;
            message = random.Next(3) switch
            {
                0 when number > 10 => message.ReplyingTo(number - (2 * (1 + random.Next(4)))),
                1 when random.Next(4) == 0 && number > 10 => message.InThread(number - 2),
                _ => message,
            };
            made.Add(message);
            made.AddRange(After(random, number, at));
        }

        // Some arrive late, and so what answers them comes first.
        for (var swaps = 0; swaps < 20; swaps++)
        {
            var place = random.Next(made.Count - 4);
            (made[place], made[place + 3]) = (made[place + 3], made[place]);
        }

        return made;
    }

    private static IEnumerable<ChatEvent> After(Random random, int number, DateTimeOffset at)
    {
        var other = 1 + random.Next(number);
        var (channel, member) = (TestTime.Channel(Places[other % 10 == 0 ? 2 : other % 2]), TestTime.Member(People[random.Next(People.Length)]));
        return random.Next(40) switch
        {
            0 or 1 => [new MessageDeleted(TestTime.Community, at, channel) { Id = new MessageId(other) }],
            2 or 3 => [new MessageEdited(TestTime.Community, at, channel) { Id = new MessageId(other), Text = Texts[random.Next(Texts.Length)] }],
            4 or 5 or 6 => [new ReactionAdded(TestTime.Community, at, channel) { Message = new MessageId(other), Member = member, Emoji = random.Next(2) == 0 ? "✅" : "👍" }],
            7 => [new ReactionRemoved(TestTime.Community, at, channel) { Message = new MessageId(other) }],
            8 when random.Next(6) == 0 => [new MemberChoice.LeavesOut(TestTime.Community, at, member)],
            9 when random.Next(6) == 0 => [new MemberChoice.ForgetsAll(TestTime.Community, at, member)],
            10 => [new MemberLeft(TestTime.Community, at, member)],
            11 => [new MemberSeen(TestTime.Community, at, member) { Name = member.Value, Standing = new MemberStanding(TimedOutUntil: random.Next(2) == 0 ? at.AddHours(3) : null) }],
            _ => [],
        };
    }

    private sealed record Shown(
        long Messages, int People, PostFigures Posts, ResponseTimes? Times, double? TwoWay, int Pairs, int Mutual, int Open, int Broadcasters);
}
