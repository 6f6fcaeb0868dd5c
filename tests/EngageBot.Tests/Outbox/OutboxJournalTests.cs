using EngageBot.Communities;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Outbox;

public sealed class OutboxJournalTests
{
    [Theory, EachEngine]
    public async Task Whatever_is_said_changed_and_taken_away_is_a_line_without_a_word_of_it(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        await story.WriteAsync(A.Message("with a key").Id(2).By("bob").In("help").ReplyingTo(1));
        await story.PassAsync(3);
        await new CommunitySwitch(database.Source).ObserveAsync(TestTime.Community, CancellationToken.None);
        await story.PassAsync(3);

        var id = Assert.Single(await database.RowsAsync("SELECT id FROM outbox"));
        Assert.Equal(
            [$"Information: Outbox {id}: Board in channel board of File test was said", $"Information: Outbox {id}: Board in channel board of File test was changed", $"Information: Outbox {id}: Board in channel board of File test was taken away"],
            story.Journal.Lines);
    }

    [Theory, EachEngine]
    public async Task What_is_found_to_have_been_said_is_a_line_as_well(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { PublicStep = PublicStep.Reply });
        story.Platform.Faults.Enqueue(FakeFault.LoseAnswer);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(30);

        Assert.EndsWith("Reply in channel help of File test was said", Assert.Single(story.Journal.Lines), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_refusal_for_want_of_a_permission_is_kept_until_something_was_said_there(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        story.Platform.Faults.Enqueue(FakeFault.Forbid);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);

        Assert.EndsWith("Board in channel board of File test could not be said: the bot lacks a permission", Assert.Single(story.Journal.Lines), StringComparison.Ordinal);
        Assert.Equal(["test | board | permission | The bot could not write where it was to: the bot lacks a permission. | -"], await HealthAsync());

        await story.PassMinutesAsync(61);
        Assert.Single(story.Platform.Standing);
        Assert.DoesNotContain("| -", Assert.Single(await HealthAsync()), StringComparison.Ordinal);

        Task<IReadOnlyList<string>> HealthAsync() => database.RowsAsync("SELECT community, channel, code, sentence, solved_at FROM health");
    }

    [Theory, EachEngine]
    public async Task Another_refusal_says_nothing_of_the_channel(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        story.Platform.Faults.Enqueue(FakeFault.Refuse);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);

        Assert.Single(story.Journal.Lines);
        Assert.Empty(await database.RowsAsync("SELECT code FROM health"));
    }
}
