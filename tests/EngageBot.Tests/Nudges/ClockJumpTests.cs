using EngageBot.Communities;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>The machine's clock is set, by an hour, on or back, while the bot is at work: nothing is said twice, nothing in a burst, and no limit gives way.</summary>
public sealed class ClockJumpTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(1), InlineData(-1)]
    public async Task What_was_said_is_not_said_again_and_what_is_due_is_said(int hours)
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        await story.AskAsync();
        await story.PassAsync(15);
        Assert.Single(story.Platform.Sent);
        await story.AskElsewhereAsync();
        await story.PassAsync(5);

        story.Clock.Set(Hour * hours);
        await story.PassAsync(30);
        await story.RestartAsync();
        await story.PassMinutesAsync(hours > 0 ? 5 : 65);

        var board = Assert.Single(story.Platform.Sent);
        Assert.Contains("close", board.Text, StringComparison.Ordinal);
        Assert.Contains("open", board.Text, StringComparison.Ordinal);
        Assert.Equal(["board | sent | -"], await story.OutboxAsync());
    }

    [Theory]
    [InlineData(1), InlineData(-1)]
    public async Task Nobody_is_asked_more_often_than_he_may_be(int hours)
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { FewestHelpers = 1, HoldOutShare = 0 });
        await story.AgreeAsync("bob", "kim", "joe");
        for (var number = 0; number < 8; number++)
        {
            await story.WriteAsync(A.Message($"how do I open box {number}?").Id(100 + number).By($"asker{number}").In("help"));
            await story.PassAsync(40);
            story.Clock.Set(Hour * (number % 2 == 0 ? hours : -hours));
        }

        await story.PassMinutesAsync(70);
        var asked = story.Platform.Sent.Where(sent => sent.To is not null).ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked.GroupBy(sent => sent.To), member => Assert.Single(member));
    }

    [Fact]
    public async Task Quiet_hours_hold_by_the_clock_as_it_is()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { RestAfter = TimeSpan.FromHours(40), QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), "UTC") });
        await story.SkipAsync(TimeSpan.FromHours(9.5)); // Half past nine in the evening.
        await story.AskAsync();
        story.Clock.Set(Hour);
        await story.PassMinutesAsync(10);
        Assert.Empty(story.Platform.Sent);

        story.Clock.Set(-Hour);
        await story.AskElsewhereAsync();
        story.Clock.Set(Hour);
        var calls = Said(story);
        await story.PassMinutesAsync(20);
        Assert.Equal(calls, Said(story));

        await story.PassMinutesAsync(13 * 60);
        Assert.Contains("close", Assert.Single(story.Platform.Sent).Text, StringComparison.Ordinal);
    }

    private static int Said(LiveStory story) => story.Platform.Calls.Count(call => call is "send" or "edit");
}
