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
