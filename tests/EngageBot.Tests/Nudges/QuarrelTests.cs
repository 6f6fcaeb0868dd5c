using EngageBot.Tests.Database;
using EngageBot.Tests.SelfPromotion.Queue;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>A running quarrel, known by the talk around a post.</summary>
public sealed class QuarrelTests
{
    [Theory, EachEngine]
    public async Task Nobody_is_asked_about_a_question_out_of_a_quarrel_and_moderators_are_told(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await QueueStoryTests.BeginAsync(database, rules => rules with { BoardChannel = "#board" });
        await story.WriteAsync(A.Message("here is the plan of the summer party").Id(1).In("help"));
        await story.SkipAsync(TimeSpan.FromHours(2));
        await story.WriteAsync(A.Message("which hall did the town rent for it?").Id(4).In("help"));
        await story.WriteAsync(A.Message("your plan is nonsense").Id(6).By("bob").In("help").ReplyingTo(1));
        await story.WriteAsync(A.Message("your taste is ridiculous").Id(7).In("help").ReplyingTo(6));
        await story.WriteAsync(A.Message("grow up").Id(8).By("bob").In("help").ReplyingTo(7));
        await story.PassAsync(20);
        Assert.Equal(1, await database.CountAsync("quarrels"));
        await story.WriteAsync(A.Message("how do I close the box?").Id(5).By("eve").In("help"));
        await story.PassAsync(40);

        Assert.Equal(["5"], await database.RowsAsync("SELECT m.number FROM nudges n JOIN messages m ON m.id = n.post"));
        var note = Assert.Single(story.Platform.Standing, sent => sent.Place.Channel == TestTime.Channel("mods"));
        Assert.Contains("/help/4", note.Text, StringComparison.Ordinal);
        await story.RestartAsync();
        await story.PassAsync(40);
        Assert.Equal(2, story.Platform.Sent.Count());
    }
}
