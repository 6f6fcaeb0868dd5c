using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>Open posts about which nobody is bothered: a false alarm costs more than a missed case.</summary>
public sealed class PostWorthTests
{
    private const string Planned = "SELECT post, step FROM nudges";

    [Theory, EachEngine]
    public async Task Somebody_who_asks_again_in_other_words_and_is_answered_is_talked_with(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("where do I find the blue box?").Id(1).In("help"));
        await story.WriteAsync(A.Message("the blue box that everybody talks of, where is it?").Id(2).In("help"));
        await story.WriteAsync(A.Message("on the shelf").Id(3).By("bob").In("help").ReplyingTo(2));
        await story.PassAsync(60);
        Assert.Empty(await database.RowsAsync(Planned));
    }

    [Theory, EachEngine]
    public async Task Somebody_who_is_called_by_his_name_is_talked_with(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("where do I find the blue box?").Id(1).By("ann").In("help"));
        await story.WriteAsync(A.Message("@ann look at the shelf").Id(2).By("bob").In("help").Mentioning("ann"));
        await story.PassAsync(60);
        Assert.Empty(await database.RowsAsync(Planned));
    }

    [Theory, EachEngine]
    public async Task Somebody_who_found_it_himself_needs_nobody(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("where do I find the blue box?").Id(1).By("ann").In("help"));
        await story.WriteAsync(A.Message("what a day").Id(2).By("bob").In("help"));
        await story.WriteAsync(A.Message("think I found my answer").Id(3).By("ann").In("help"));
        await story.PassAsync(60);
        Assert.Empty(await database.RowsAsync(Planned));
    }

    [Theory, EachEngine]
    public async Task Somebody_who_tells_another_that_he_found_it_needs_nobody(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("where do I find the blue box?").Id(1).By("ann").In("help"));
        await story.WriteAsync(A.Message("what a day").Id(2).By("bob").In("help"));
        await story.PassAsync(2);
        await story.WriteAsync(A.Message("nvm, solved it").Id(3).By("ann").In("help").ReplyingTo(2));
        await story.PassAsync(60);
        Assert.Empty(await database.RowsAsync(Planned));
    }

    [Theory, EachEngine]
    public async Task What_is_said_more_than_an_hour_later_has_nothing_to_do_with_it(TestEngine kind)
    {
        var longWait = TimeSpan.FromMinutes(90);
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(
            database, rules => rules with { WaitAtLeast = longWait, WaitAtMost = longWait, WaitWithoutHistory = longWait, BoardAtMost = longWait, RestAfter = TimeSpan.FromHours(24) });
        await story.WriteAsync(A.Message("where do I find the blue box?").Id(1).By("ann").In("help"));
        await story.WriteAsync(A.Message("where do I find the red box?").Id(2).By("udo").In("second"));
        await story.SkipAsync(TimeSpan.FromMinutes(70));
        await story.WriteAsync(A.Message("what a day").Id(3).By("bob").In("help"));
        await story.WriteAsync(A.Message("nvm, solved it").Id(4).By("ann").In("help").ReplyingTo(3));
        await story.WriteAsync(A.Message("what a night").Id(5).By("bob").In("second"));
        await story.WriteAsync(A.Message("lovely weather, too").Id(6).By("udo").In("second").ReplyingTo(5));
        await story.WriteAsync(A.Message("it is").Id(7).By("bob").In("second").ReplyingTo(6));
        await story.SkipAsync(TimeSpan.FromMinutes(25));
        await story.PassAsync(5);
        Assert.Equal(["1 | 2", "2 | 2"], (await database.RowsAsync(Planned)).Order(StringComparer.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Who_says_what_he_needs_and_is_left_alone_is_looked_after(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("anyone?").Id(1).By("ann").In("help"));
        await story.WriteAsync(A.Message("where do I find the blue box?").Id(2).By("cid").In("second"));
        await story.WriteAsync(A.Message("what a day, @dan").Id(3).By("bob").In("second").Mentioning("dan"));
        await story.PassAsync(60);
        Assert.Equal(["2 | 2"], await database.RowsAsync(Planned));
    }
}
