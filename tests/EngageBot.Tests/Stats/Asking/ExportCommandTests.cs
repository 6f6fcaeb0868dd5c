using System.Text;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Tests.Onboarding;
using EngageBot.Texts;

namespace EngageBot.Tests.Stats.Asking;

/// <summary>Moderators take the figures away as a file.</summary>
public sealed class ExportCommandTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory, EachEngine]
    public async Task The_figures_are_handed_out_without_a_word_or_a_name_and_only_of_what_everybody_can_read(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        Assert.Equal(English["stats.none"], (await ExportAsync(story)).Text);
        await FirstMinutes.RememberAsync(story);
        await story.HappenAsync(LiveStory.Channel("secret", ChannelVisibility.Readers), A.Message("who did that?").By("spy").In("secret").At(TestTime.Noon.AddDays(-1)));

        var csv = await ExportAsync(story);
        Assert.Equal((English.Of("export.done", ("days", "28")), "figures.csv"), (csv.Text, csv.File!.Name));
        var table = Encoding.UTF8.GetString(csv.File.Bytes.Span);
        Assert.Contains(",messages,7,", table, StringComparison.Ordinal);
        Assert.Contains(",posts_answered,2,", table, StringComparison.Ordinal);
        Assert.Contains(",response_rate,,not_enough_yet", table, StringComparison.Ordinal);
        var json = await ExportAsync(story, ("format", "json"), ("days", "7"));
        Assert.Equal("figures.json", json.File!.Name);
        foreach (var file in new[] { table, Encoding.UTF8.GetString(json.File.Bytes.Span) })
        {
            Assert.DoesNotMatch("asker|zoe|spy|box|key|help|secret", file);
        }
    }

    [Theory]
    [InlineData("format", "xlsx"), InlineData("days", "0"), InlineData("days", "366"), InlineData("days", "-3"), InlineData("days", "soon")]
    public async Task What_is_no_format_and_no_number_of_days_gets_a_sentence_and_an_example(string option, string value)
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        Assert.Equal(English["export.usage"], Reply.WordsOf(await FirstMinutes.ModeratorTypesAsync(story, "export", (option, value))));
    }

    [Fact]
    public async Task It_is_for_moderators()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        Assert.Equal(English["command.moderators-only"], Assert.IsType<CommandReply.Says>(await story.TypeAsync("ada", "export")).Text);
        Assert.Equal(English["command.moderators-only"], Assert.IsType<CommandReply.Says>(await story.TypeAsync("ada", "report")).Text);
    }

    private static async Task<CommandReply.Says> ExportAsync(LiveStory story, params (string Name, string Value)[] options) =>
        Assert.IsType<CommandReply.Says>(await FirstMinutes.ModeratorTypesAsync(story, "export", options));
}
