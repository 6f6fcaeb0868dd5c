using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.SelfPromotion;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.SelfPromotion;

public sealed class RepeatQueryTests
{
    private const string Text = "come and see the wooden birds that I carve and paint by hand in my small workshop by the sea";
    private static readonly DateTimeOffset Noon = TestTime.Noon;

    [Theory, EachEngine]
    public async Task Near_copies_and_links_of_the_same_author_within_a_week_are_counted(TestEngine engine)
    {
        var signals = await SignalsAsync(engine, 5,
        [
            A.Message(Text).Id(1).In("old").At(Noon.AddDays(-8)),
            A.Message(Text + " https://birds.example/1").Id(2).In("one").At(Noon.AddDays(-6)),
            A.Message("today only https://www.birds.example/2").Id(3).In("two").At(Noon.AddDays(-1)),
            A.Message(Text + " https://birds.example/3").Id(4).By("eve").In("three").At(Noon.AddHours(-1)),
            A.Message(Text.ToUpperInvariant() + " https://birds.example/4").Id(5).In("four").At(Noon),
            A.Message(Text + " https://birds.example/5").Id(6).In("five").At(Noon.AddHours(1)),
        ]);

        Assert.Equal((new Repeats(2, 2), new Repeats(3, 3)), (signals!.SameText, signals.SameLink));
        Assert.Equal((true, false), (signals.HasLink, signals.AnswersSomebody));
    }

    [Theory, EachEngine]
    public async Task What_was_shown_where_members_show_their_own_work_repeats_nothing(TestEngine engine)
    {
        var signals = await SignalsAsync(
            engine,
            2,
            [A.Message(Text + " https://birds.example/1").Id(1).In("showcase").At(Noon.AddDays(-1)), A.Message(Text + " https://birds.example/1").Id(2).In("general").At(Noon)],
            exempt: "showcase");

        Assert.Equal((Repeats.None, Repeats.None), (signals!.SameText, signals.SameLink));
    }

    [Theory, EachEngine]
    public async Task A_reply_to_another_member_answers_somebody_and_one_to_oneself_does_not(TestEngine engine)
    {
        ChatEvent[] history =
        [
            A.Message("where do you get birds?").Id(1).By("eve").At(Noon.AddHours(-1)),
            A.Message("here: https://birds.example").Id(2).ReplyingTo(1).At(Noon),
            A.Message("and here https://nests.example").Id(3).ReplyingTo(2).At(Noon.AddHours(1)),
        ];

        Assert.True((await SignalsAsync(engine, 2, history))!.AnswersSomebody);
        Assert.False((await SignalsAsync(engine, 3, history))!.AnswersSomebody);
    }

    [Fact]
    public async Task Of_a_message_that_was_deleted_nothing_is_known() => Assert.Null(await SignalsAsync(TestEngine.Sqlite, 1,
    [
        A.Message(Text).Id(1).At(Noon),
        new MessageDeleted(TestTime.Community, Noon.AddMinutes(1), TestTime.Channel("general")) { Id = new MessageId(1) },
    ]));

    [Fact]
    public async Task Nothing_is_looked_through_that_has_an_index()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        foreach (var statement in RepeatQuery.Statements)
        {
            var sql = statement.Parameters.Aggregate(statement.Text, (text, parameter) => text.Replace("@" + parameter.Name, "1", StringComparison.Ordinal));
            var plan = await database.RowsAsync("EXPLAIN QUERY PLAN " + sql);
            Assert.DoesNotContain(plan, step => step.Contains("SCAN", StringComparison.Ordinal) && !step.Contains("CONSTANT", StringComparison.Ordinal));
        }
    }

    private static async Task<PromotionSignals?> SignalsAsync(TestEngine engine, long number, IReadOnlyList<ChatEvent> history, string? exempt = null)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(history);
        var key = long.Parse((await database.RowsAsync($"SELECT id FROM messages WHERE number = {number}")).Single(), System.Globalization.CultureInfo.InvariantCulture);
        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        var channels = await database.RowsAsync($"SELECT id FROM channels WHERE platform_id = '{exempt}'");
        return await new RepeatQuery(session).SignalsAsync(key, channels.Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet(), CancellationToken.None);
    }
}
