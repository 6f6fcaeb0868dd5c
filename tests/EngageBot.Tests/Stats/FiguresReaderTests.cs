using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.History;
using EngageBot.ReplyGraph;
using EngageBot.Stats;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Stats;

/// <summary>Figures of communities small enough to be counted by hand.</summary>
public sealed class FiguresReaderTests
{
    private const string Sale = "Sale in my shop: 50% off all birds today only, order now and use code BIRD50, follow us to win a free nest";

    private static readonly DateTimeOffset Noon = TestTime.Noon;

    [Theory, EachEngine]
    public async Task Posts_are_answered_open_or_not_observed_long_enough(TestEngine engine)
    {
        var figures = await FiguresAsync(engine, [
            A.Message("one?").Id(1).At(Noon),
            A.Message("so").Id(2).By("bob").ReplyingTo(1).At(Noon.AddMinutes(10)),
            A.Message("two?").Id(3).By("eve").At(Noon.AddMinutes(20)),
            A.Message("talk").Id(4).By("kim").In("a").At(Noon.AddHours(5)),
            A.Message("three?").Id(5).By("lee").In("b").At(Noon.AddHours(6)),
            A.Message("bye").Id(6).By("moe").In("c").At(Noon.AddHours(7)),
        ]);

        // Answered: 1. Unanswered and watched for four hours: 3. Too near the end: 4, 5 and 6.
        Assert.Equal((5, 1, 1, 3), (figures.Posts.Posts, figures.Posts.Answered, figures.Posts.Unanswered, figures.Posts.NotObserved));
        Assert.Equal((3, 1, 1, 1), (figures.Questions.Posts, figures.Questions.Answered, figures.Questions.Unanswered, figures.Questions.NotObserved));
        Assert.Equal(0.5, figures.Posts.ResponseRate);
        Assert.Equal(1, figures.OpenPosts);
        Assert.Equal(TimeSpan.FromMinutes(10), figures.Times!.Median);
        Assert.Equal((6, 6), ((int)figures.Messages, figures.People));
    }

    [Theory, EachEngine]
    public async Task A_reply_to_a_line_by_which_the_author_went_on_answers_the_post(TestEngine engine)
    {
        var figures = await FiguresAsync(engine, [
            A.Message("how do I").Id(1).At(Noon),
            A.Message("mount it?").Id(2).At(Noon.AddMinutes(1)),
            A.Message("like so").Id(3).By("bob").ReplyingTo(2).At(Noon.AddMinutes(31)),
        ]);

        Assert.Equal((1, 1), (figures.Posts.Posts, figures.Posts.Answered));
        Assert.Equal(TimeSpan.FromMinutes(31), figures.Times!.Median);
    }

    [Theory, EachEngine]
    public async Task Bots_webhooks_and_the_author_himself_answer_nothing(TestEngine engine)
    {
        var figures = await FiguresAsync(engine, [
            A.Message("anyone?").Id(1).At(Noon),
            A.Message("beep").Id(2).By("bot").ReplyingTo(1).With(MessageTraits.Bot).At(Noon.AddMinutes(1)),
            A.Message("feed").Id(3).By("feed").ReplyingTo(1).With(MessageTraits.Webhook).At(Noon.AddMinutes(2)),
            A.Message("hello?").Id(4).ReplyingTo(1).At(Noon.AddMinutes(3)),
            A.Message("joined").Id(5).By("eve").With(MessageTraits.System).At(Noon.AddHours(5)),
        ]);

        Assert.Equal((1, 0, 1), (figures.Posts.Posts, figures.Posts.Answered, figures.Posts.Unanswered));
        Assert.Equal(2, figures.MessagesByPeople);
    }

    [Theory, EachEngine]
    public async Task An_answer_by_someone_who_opted_out_counts_and_his_own_posts_do_not(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await ReplayAsync(database, [A.Message("hi").Id(1).By("bob").At(Noon.AddDays(-1))]);
        await database.ExecuteAsync("UPDATE members SET opted_out_at = 1 WHERE platform_id = 'bob'");
        var outcome = await ReplayAsync(database, [
            A.Message("anyone?").Id(2).At(Noon),
            A.Message("me").Id(3).By("bob").ReplyingTo(2).At(Noon.AddMinutes(5)),
            A.Message("and you?").Id(4).By("bob").At(Noon.AddMinutes(6)),
            A.Message("late").Id(5).By("eve").At(Noon.AddHours(9)),
        ]);

        var figures = await new FiguresReader(database.Source, outcome.Span, new CommunityRules()).ReadAsync(TestTime.Community, CancellationToken.None);

        Assert.Equal(1, figures.Questions.Answered);
        Assert.Equal(0, figures.OpenPosts);
        Assert.DoesNotContain(figures.Network.StrongestPairs, pair => pair.One.Name == "bob" || pair.Other.Name == "bob");
    }

    [Theory]
    [InlineData("nvm, solved it", null, 0)]
    [InlineData("still nothing", null, 1)]
    [InlineData(null, "✅", 0)]
    [InlineData(null, "👍", 0)] // A yes/no question is answered by a thumb.
    public async Task A_post_that_was_withdrawn_or_settled_is_not_open(string? ownLine, string? reaction, int open)
    {
        List<ChatEvent> history = [A.Message("is it broken?").Id(1).At(Noon)];
        if (ownLine is not null)
        {
            history.Add(A.Message(ownLine).Id(2).At(Noon.AddMinutes(5)));
        }

        if (reaction is not null)
        {
            history.Add(new ReactionAdded(TestTime.Community, Noon, TestTime.Channel("general")) { Message = new MessageId(1), Member = TestTime.Member("bob"), Emoji = reaction });
        }

        Assert.Equal(open, (await FiguresAsync(TestEngine.Sqlite, [.. history, A.Message("later").Id(9).By("eve").At(Noon.AddHours(9))])).OpenPosts);
    }

    [Theory, EachEngine]
    public async Task Two_way_needs_each_of_two_to_write_after_the_other(TestEngine engine)
    {
        var figures = await FiguresAsync(engine, [
            A.Message("a").Id(1), A.Message("b").Id(2).By("bob").ReplyingTo(1).At(Noon.AddMinutes(1)), A.Message("c").Id(3).ReplyingTo(2).At(Noon.AddMinutes(2)),
            A.Message("x").Id(4).By("eve").In("other"), A.Message("y").Id(5).By("kim").In("other").ReplyingTo(4).At(Noon.AddMinutes(1)),
        ]);

        Assert.Equal(3 / 5.0, figures.TwoWayShare);
    }

    [Theory, EachEngine]
    public async Task The_network_counts_pairs_and_who_holds_them_together(TestEngine engine)
    {
        List<ChatEvent> history = [];
        var number = 0;
        void Exchange(string one, string other, bool bothWays)
        {
            history.Add(A.Message("q").Id(++number).By(one).At(Noon.AddMinutes(number)));
            history.Add(A.Message("a").Id(++number).By(other).ReplyingTo(number - 1).At(Noon.AddMinutes(number)));
            if (bothWays)
            {
                history.Add(A.Message("t").Id(++number).By(one).ReplyingTo(number - 1).At(Noon.AddMinutes(number)));
            }
        }

        Exchange("ada", "hub", bothWays: true);
        Exchange("bob", "hub", bothWays: false);
        Exchange("eve", "hub", bothWays: false);
        Exchange("ada", "bob", bothWays: false);

        var network = (await FiguresAsync(engine, history)).Network;

        Assert.Equal((4, 1, 4), (network.Pairs, network.MutualPairs, network.People));
        // hub: three contacts, of whom one pair talks: 3 - 2*1/3.
        Assert.Equal("hub", network.Connectors[0].Name);
        Assert.Equal(3 - (2 / 3.0), network.Connectors[0].Bridging, precision: 9);
        Assert.Equal((3, 1), (network.Connectors[0].RepliesGiven, network.Connectors[0].RepliesReceived));
    }

    [Theory]
    [InlineData(5, true, false, 1)]
    [InlineData(4, true, false, 0)]   // too few
    [InlineData(5, false, false, 0)]  // nobody ever reacted: unheard, not a broadcaster
    [InlineData(5, true, true, 0)]    // he answers somebody
    public async Task Who_only_broadcasts_is_counted(int announcements, bool isAnswered, bool answers, int broadcasters)
    {
        List<ChatEvent> history = [.. Enumerable.Range(1, announcements).Select(day => (ChatEvent)A.Message("read this https://example.org/" + day).Id(day).By("shop").At(Noon.AddDays(day)))];
        if (isAnswered)
        {
            history.Insert(1, A.Message("how much is it?").Id(100).By("bob").ReplyingTo(1).At(Noon.AddDays(1).AddMinutes(5)));
        }

        if (answers)
        {
            history.Add(A.Message("hm?").Id(200).By("eve").At(Noon.AddDays(20)));
            history.Add(A.Message("yes").Id(201).By("shop").ReplyingTo(200).At(Noon.AddDays(20).AddMinutes(5)));
        }

        Assert.Equal(broadcasters, (await FiguresAsync(TestEngine.Sqlite, history)).Broadcasters);
    }

    [Theory]
    [InlineData(Sale, 1)]
    [InlineData("where do you buy wood for birds?", 0)] // questions never count
    public async Task Promotion_counts_towards_a_broadcaster_without_a_link_and_questions_do_not(string text, int broadcasters)
    {
        List<ChatEvent> history = [.. Enumerable.Range(1, 5).Select(day => (ChatEvent)A.Message(text).Id(day).By("shop").At(Noon.AddDays(day)))];
        history.Insert(1, A.Message("how much is it?").Id(100).By("bob").ReplyingTo(1).At(Noon.AddDays(1).AddMinutes(5)));

        var figures = await FiguresAsync(TestEngine.Sqlite, history);

        Assert.Equal((broadcasters, broadcasters * 5), (figures.Broadcasters, figures.Promotions));
    }

    [Theory, EachEngine]
    public async Task A_question_to_one_member_is_not_open_to_all(TestEngine engine)
    {
        var figures = await FiguresAsync(engine, [
            A.Message("hello").Id(1).By("zoe").In("talk"),
            A.Message("zoe: how did you glue it?").Id(2).In("help").Mentioning("zoe").At(Noon.AddHours(1)),
            A.Message("how do I glue it?").Id(3).By("bob").In("else").At(Noon.AddHours(2)),
            .. Enumerable.Range(1, 12).Select(quarter => (ChatEvent)A.Message("tea").Id(10 + quarter).By("zoe").In("talk").At(Noon.AddHours(6 * quarter))),
        ]);

        Assert.Equal((1, 1), (figures.OpenPosts, figures.Questions.Posts));
    }

    [Theory, EachEngine]
    public async Task A_channel_in_which_members_only_listen_is_one_way(TestEngine engine)
    {
        var figures = await FiguresAsync(engine, [
            .. Enumerable.Range(1, 5).Select(number => (ChatEvent)A.Message("news").Id(number).By("mod").In("news").At(Noon.AddDays(number))),
            A.Message("hi").Id(10).In("talk"), A.Message("ho").Id(11).By("bob").In("talk").ReplyingTo(10).At(Noon.AddMinutes(1)),
        ]);

        Assert.Equal(["news"], figures.Channels.Where(channel => channel.IsOneWay).Select(channel => channel.Name));
    }

    [Theory, EachEngine]
    public async Task Figures_are_of_the_span_that_was_read_whatever_else_is_stored(TestEngine engine)
    {
        ChatEvent[] january = [A.Message("one?").Id(1).At(Noon), A.Message("so").Id(2).By("bob").ReplyingTo(1).At(Noon.AddMinutes(5))];
        ChatEvent[] march = [A.Message("two?").Id(3).At(Noon.AddDays(60)), A.Message("later").Id(4).By("eve").In("b").At(Noon.AddDays(60).AddHours(9))];
        await using var database = await TestDatabase.CreateAsync(engine);
        await ReplayAsync(database, march);

        var outcome = await ReplayAsync(database, january);
        var figures = await new FiguresReader(database.Source, outcome.Span, new CommunityRules()).ReadAsync(TestTime.Community, CancellationToken.None);

        Assert.Equal((2, 1, 1, 0), ((int)figures.Messages, figures.Posts.Posts, figures.Posts.Answered, figures.OpenPosts));
        Assert.Equal(1, figures.Network.Pairs);
    }

    [Theory, EachEngine]
    public async Task The_order_of_storing_does_not_change_the_two_way_share(TestEngine engine)
    {
        ChatEvent[] talk = [A.Message("a").Id(1), A.Message("b").Id(2).By("bob").ReplyingTo(1).At(Noon.AddMinutes(1)), A.Message("c").Id(3).ReplyingTo(2).At(Noon.AddMinutes(2))];

        Assert.Equal(1, (await FiguresAsync(engine, [talk[2], talk[0], talk[1]])).TwoWayShare);
    }

    [Theory]
    [InlineData("showcase", 0), InlineData("other", 5)]
    public async Task Nothing_in_a_channel_for_promotion_counts_as_promotion(string exempt, int promotions)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var outcome = await ReplayAsync(database, [.. Enumerable.Range(1, 5).Select(number =>
            (ChatEvent)A.Message(Sale).Id(number).By($"p{number}").In("showcase").At(Noon.AddHours(number)))]);
        var rules = new CommunityRules { PromotionChannels = [$"#{exempt}"] };
        Assert.Equal(promotions, (await new FiguresReader(database.Source, outcome.Span, rules).ReadAsync(TestTime.Community, CancellationToken.None)).Promotions);
    }

    [Theory, EachEngine]
    public async Task Periods_and_hours_add_up_to_the_whole(TestEngine engine)
    {
        var random = new Random(3);
        var at = Noon;
        var figures = await FiguresAsync(engine, [.. Enumerable.Range(1, 400).Select(number =>
        {
            at = at.AddMinutes(random.Next(200));
            var message = A.Message("does it?").Id(number).By($"p{random.Next(6)}").In($"c{random.Next(3)}").At(at);
            return (ChatEvent)(random.Next(2) == 0 && number > 1 ? message.ReplyingTo(number - 1) : message);
        })]);

        Assert.Equal(figures.Messages, figures.Periods.Sum(period => period.Messages));
        Assert.Equal(figures.Posts.Posts, figures.Periods.Sum(period => period.Posts.Posts));
        Assert.Equal(figures.Posts.Answered, figures.Hours.Sum(hour => hour.Posts.Answered));
        Assert.Equal(figures.Posts.Unanswered, figures.Channels.Sum(channel => channel.Posts.Unanswered));
    }

    private static async Task<CommunityFigures> FiguresAsync(TestEngine engine, IEnumerable<ChatEvent> history)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var outcome = await ReplayAsync(database, history);
        return await new FiguresReader(database.Source, outcome.Span, new CommunityRules()).ReadAsync(TestTime.Community, CancellationToken.None);
    }

    private static Task<ReplayOutcome> ReplayAsync(TestDatabase database, IEnumerable<ChatEvent> history) =>
        new Replay(database.Source, new ReplayOptions { Resolver = ResolverKind.Rules }).RunAsync(new MadeReader(history), progress: null, CancellationToken.None);
}
