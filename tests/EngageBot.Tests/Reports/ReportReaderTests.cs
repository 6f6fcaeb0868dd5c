using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.History;
using EngageBot.Introductions.Outcomes;
using EngageBot.Reports;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Reports;

/// <summary>Reports of made histories, read from a real store.</summary>
public sealed class ReportReaderTests
{
    private const string Offer = "Big sale in our shop! Buy my new course now with 50% off, use the code BIRDS at https://shop.example/ref=ada";
    private static readonly DateTimeOffset Noon = TestTime.Noon;

    [Theory, EachEngine]
    public async Task Promotion_is_told_with_reasons_of_text_and_behaviour_and_names_nobody(TestEngine engine)
    {
        var report = await ReportAsync(engine, [
            A.Message(Offer).Id(1).In("one").At(Noon),
            A.Message(Offer).Id(2).In("two").At(Noon.AddHours(1)),
            A.Message(Offer + " only today").Id(3).In("three").At(Noon.AddHours(2)),
            A.Message("good morning everybody").Id(4).By("bob").At(Noon.AddHours(3)),
        ]);

        Assert.Equal(3, report.Figures.Promotions);
        var spread = report.Promotions.Single(post => post.Id == "3");
        Assert.Equal(("three", Noon.AddHours(2), Offer + " only today"), (spread.Channel, spread.At, spread.Text));
        Assert.InRange(spread.Score, 0.5, 1);
        Assert.Contains("own link", spread.Reasons);
        Assert.Contains("same text in 3 channels", spread.Reasons);
        Assert.Contains("not the first, and answers few others", spread.Reasons);
        Assert.Equal("1", report.Promotions[^1].Id); // Not repeated yet when it was written: the least sure.
    }

    [Theory, EachEngine]
    public async Task A_plain_text_with_a_link_is_promotion_only_where_it_is_spread(TestEngine engine)
    {
        const string Plain = "the second part is there as well https://birds.example/two";
        var report = await ReportAsync(engine, [
            A.Message("the first part of it is there https://birds.example/one").Id(1).In("one").At(Noon),
            A.Message(Plain).Id(2).In("two").At(Noon.AddHours(1)),
            A.Message("how do I mount it?").Id(3).By("bob").In("one").At(Noon.AddHours(2)),
            A.Message("see https://birds.example/three").Id(4).In("one").At(Noon.AddHours(3)).ReplyingTo(3),
            A.Message("a bird of mine https://other.example").Id(5).By("eve").In("one").At(Noon.AddHours(4)),
        ]);

        var post = Assert.Single(report.Promotions);
        Assert.Equal(("2", "same link in 2 channels"), (post.Id, post.Reasons[^1]));
    }

    [Fact]
    public async Task Whoever_mourns_promotes_nothing() => Assert.Empty((await ReportAsync(TestEngine.Sqlite, [
        A.Message("my father passed away. " + Offer).Id(1).In("one").At(Noon),
        A.Message("my father passed away. " + Offer).Id(2).In("two").At(Noon.AddHours(1)),
    ])).Promotions);

    [Fact]
    public async Task Of_many_promotions_some_are_told_and_all_are_counted()
    {
        var report = await ReportAsync(TestEngine.Sqlite, Enumerable.Range(1, 30).Select(number => (ChatEvent)A.Message(Offer).Id(number).By($"member {number}").At(Noon.AddHours(number))));

        Assert.Equal((30, 20), (report.Figures.Promotions, report.Promotions.Count));
    }

    [Theory, EachEngine]
    public async Task Moderators_are_pointed_at_what_calls_for_a_person_crises_first(TestEngine engine)
    {
        var report = await ReportAsync(engine, [
            A.Message("my dad passed away on Monday").Id(1).At(Noon),
            A.Message("hello everybody").Id(2).By("bob").At(Noon.AddHours(1)),
            A.Message("you are such an idiot").Id(3).By("eve").In("talk").ReplyingTo(2).At(Noon.AddHours(2)),
            A.Message("FREE NITRO for the next 10 people, claim here https://nitro.example").Id(4).By("kim").At(Noon.AddHours(3)),
            A.Message("you are such an idiot").Id(5).By("bot").With(MessageTraits.Bot).At(Noon.AddHours(4)),
            A.Message("shut up already").Id(6).By("lee").At(Noon.AddHours(5)),
            new MessageDeleted(TestTime.Community, Noon.AddHours(6), TestTime.Channel("general")) { Id = new MessageId(6) },
        ]);

        Assert.Equal(["1 general Crisis", "4 general Scam", "3 talk Quarrel"], report.Notes.Select(note => $"{note.Post.Id} {note.Channel} {note.Kind}"));
        Assert.Equal("my dad passed away on Monday", report.Notes[0].Post.Text);
        Assert.DoesNotContain(report.OpenPosts, post => post.Post.Id == "1");
        Assert.DoesNotContain(report.Nudges, nudge => nudge.Post.Id == "1");
    }

    [Fact]
    public async Task Of_many_quarrels_the_newest_are_told_and_no_crisis_is_lost_among_them()
    {
        var report = await ReportAsync(TestEngine.Sqlite, Enumerable.Range(1, 40).Select(number =>
            (ChatEvent)A.Message(number < 4 ? "I don't want to live anymore" : "just shut up already").By($"member {number}").Id(number).At(Noon.AddMinutes(number))));

        Assert.Equal(["3", "2", "1", .. Enumerable.Range(0, 17).Select(back => $"{40 - back}")], report.Notes.Select(note => note.Post.Id));
    }

    [Theory, EachEngine]
    public async Task What_came_of_introductions_in_that_time_is_in_it_where_somebody_said_so(TestEngine engine)
    {
        static string Introduced(long id, int outcome, DateTimeOffset at) =>
            $"""
            INSERT INTO introductions (id, community, occasion, state, topics, channel, planned_at, opened_at) VALUES ({id}, 1, 1, 3, '', 1, 0, {at.ToUnixTimeMilliseconds()});
            INSERT INTO introduction_people (introduction, place, member, outcome) VALUES ({id}, 0, 1, {outcome});
            """;
        ChatEvent[] history = [A.Message("hello").Id(1).At(Noon), A.Message("hello you").Id(2).By("bob").At(Noon.AddDays(2))];
        Assert.Null((await ReportAsync(engine, history, Introduced(1, 1, Noon.AddDays(1)))).Outcomes);
        var report = await ReportAsync(engine, history, Introduced(1, 1, Noon.AddDays(1)) + Introduced(2, 3, Noon.AddDays(1)) + Introduced(3, 4, Noon.AddDays(-1)));
        Assert.Equal(new ConfirmedOutcomes(2, 0, 1, 0), report.Outcomes);
    }

    private static async Task<ReplayReport> ReportAsync(TestEngine engine, IEnumerable<ChatEvent> history, string? before = null)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var rules = new CommunityRules();
        var replay = new Replay(database.Source, new ReplayOptions { Rules = rules, Resolver = EngageBot.ReplyGraph.ResolverKind.Rules });
        var outcome = await replay.RunAsync(new MadeReader(history), progress: null, CancellationToken.None);
        await (before is null ? Task.CompletedTask : database.ExecuteAsync(before));
        return await new ReportReader(database.Source, rules).ReadAsync("test", TestTime.Community, outcome, CancellationToken.None);
    }
}
