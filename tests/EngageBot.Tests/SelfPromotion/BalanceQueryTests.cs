using System.Globalization;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.SelfPromotion;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.SelfPromotion;

public sealed class BalanceQueryTests
{
    private const string Offer = "Big sale in our shop! Buy my new course now with 50% off, use the code BIRDS at https://shop.example/ref=ada";
    private static readonly DateTimeOffset Noon = TestTime.Noon;

    [Theory, EachEngine]
    public async Task Promotions_and_the_different_people_he_answered_are_counted_over_30_days(TestEngine engine)
    {
        var balance = await BalanceAsync(engine, 9,
        [
            A.Message(Offer).Id(1).At(Noon.AddDays(-31)),
            A.Message("hello").Id(2).By("bob").At(Noon.AddDays(-20)),
            A.Message("hello you").Id(3).At(Noon.AddDays(-20)).ReplyingTo(2),
            A.Message("and again").Id(4).At(Noon.AddDays(-20).AddMinutes(1)).ReplyingTo(2),
            A.Message("beep").Id(5).By("bot").With(MessageTraits.Bot).At(Noon.AddDays(-10)),
            A.Message("hello bot").Id(6).At(Noon.AddDays(-10)).ReplyingTo(5),
            A.Message("and to me").Id(7).At(Noon.AddDays(-9)).ReplyingTo(3),
            A.Message(Offer).Id(8).At(Noon.AddDays(-2)).In("other"),
            A.Message(Offer).Id(9).At(Noon).In("third"),
            A.Message(Offer).Id(10).At(Noon.AddDays(1)).In("fourth"),
        ]);

        Assert.Equal(new Balance(Promotions: 2, Answered: 1), balance);
    }

    [Theory, EachEngine]
    public async Task What_answers_somebody_or_is_in_a_channel_for_it_or_is_taken_back_is_no_promotion(TestEngine engine)
    {
        var balance = await BalanceAsync(engine, 9,
        [
            A.Message("where can I learn that?").Id(1).By("bob").At(Noon.AddDays(-5)),
            A.Message(Offer).Id(2).At(Noon.AddDays(-5).AddMinutes(1)).ReplyingTo(1),
            A.Message(Offer).Id(3).At(Noon.AddDays(-4)).In("show"),
            A.Message(Offer).Id(4).At(Noon.AddDays(-3)).In("other"),
            new MessageDeleted(TestTime.Community, Noon.AddDays(-3), TestTime.Channel("other")) { Id = new MessageId(4) },
            A.Message(Offer).Id(5).At(Noon.AddDays(-2)).In("other").With(MessageTraits.Forwarded),
            A.Message(Offer).Id(9).At(Noon).In("third"),
        ]);

        Assert.Equal(new Balance(Promotions: 1, Answered: 1), balance);
    }

    [Theory, EachEngine]
    public async Task Who_speaks_for_the_work_of_others_gives(TestEngine engine)
    {
        var balance = await BalanceAsync(engine, 9,
        [
            A.Message("my notes https://bob.example/1").Id(1).By("bob").At(Noon.AddDays(-20)),
            A.Message("my notes https://bob.example/2").Id(2).By("bob").At(Noon.AddDays(-19)),
            A.Message("my notes https://bob.example/3").Id(3).By("bob").At(Noon.AddDays(-18)),
            A.Message("look what I found https://bob.example/3").Id(4).At(Noon.AddDays(-10)),
            A.Message("and a film https://youtube.com/1").Id(5).At(Noon.AddDays(-9)),
            A.Message("@eve made this https://news.example/4").Id(6).At(Noon.AddDays(-8)).Mentioning("eve"),
            A.Message("@cid hello").Id(7).At(Noon.AddDays(-7)).Mentioning("cid"),
            A.Message(Offer).Id(9).At(Noon).In("third"),
        ]);

        Assert.Equal(new Balance(Promotions: 1, Answered: 2), balance);
    }

    [Fact]
    public async Task Nothing_is_looked_through_that_has_an_index()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        foreach (var statement in (HotSql[])[.. BalanceQuery.Statements, .. HabitQuery.Statements])
        {
            var sql = statement.Parameters.Aggregate(statement.Text, (text, parameter) => text.Replace("@" + parameter.Name, "1", StringComparison.Ordinal));
            Assert.DoesNotContain(await database.RowsAsync("EXPLAIN QUERY PLAN " + sql), step => step.Contains("SCAN", StringComparison.Ordinal));
        }
    }

    private static async Task<Balance> BalanceAsync(TestEngine engine, long number, IReadOnlyList<ChatEvent> history)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(history);
        var key = long.Parse((await database.RowsAsync($"SELECT id FROM messages WHERE number = {number}")).Single(), CultureInfo.InvariantCulture);
        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        return await new BalanceQuery(session, RulesBook.Fixed(new CommunityRules { PromotionChannels = ["#show"] })).BeforeAsync(key, CancellationToken.None);
    }
}
