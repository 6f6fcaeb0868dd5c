using EngageBot.Chat;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Onboarding;

/// <summary>Moderators ask for the report again.</summary>
public sealed class ReportCommandTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory, EachEngine]
    public async Task It_tells_how_posts_fared_in_30_days_and_which_wait_and_only_of_what_the_moderator_can_read(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        Assert.Equal(English["findings.none"], await ReportAsync(story));
        await FirstMinutes.RememberAsync(story);

        var report = await ReportAsync(story);
        Assert.StartsWith(English.Of("findings.title", ("posts", "5"), ("unanswered", "3")), report, StringComparison.Ordinal);
        Assert.Contains("https://chat.example/help/140", report, StringComparison.Ordinal);
        await story.SkipAsync(TimeSpan.FromDays(30));
        Assert.Equal(English["findings.none"], await ReportAsync(story));
    }

    [Theory, EachEngine]
    public async Task Of_a_channel_that_he_cannot_read_nothing_is_in_it(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await FirstMinutes.RememberAsync(story);
        story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("help"))] = ReadAccess.Cannot;
        Assert.Equal(English["findings.none"], await ReportAsync(story));
    }

    private static async Task<string> ReportAsync(LiveStory story)
    {
        var said = FirstMinutes.Said(await FirstMinutes.ModeratorTypesAsync(story, "report"));
        Assert.True(said.File is null || (said.File is { Name: "report.png" } && said.File.Alt!.Contains("#help", StringComparison.Ordinal)));
        return said.Text;
    }
}
