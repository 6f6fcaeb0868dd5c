using EngageBot.Commands;
using EngageBot.Host.Platforms.Slack.Commands;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Commands;

/// <summary>Help that has examples, which are good ones.</summary>
public sealed class CommandUsageTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory, EachEngine]
    public async Task Every_example_is_one_that_the_command_takes(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        var listed = story.EveryCommand.Where(command => command.IsListed).ToList();
        Assert.True(listed.Count > 20);
        foreach (var command in listed)
        {
            var (_, behind) = CommandWords.Split(CommandUsage.Example(command));
            var written = CommandWords.Split(behind).Behind.Replace("@ada", "<@U1|ada>", StringComparison.Ordinal).Replace("#general", "<#C1|general>", StringComparison.Ordinal);
            var read = CommandArguments.Read(command.Options, written);
            Assert.True(read is not null && read.Count == command.Options.Count, $"{command.Name}: {written}");
            Assert.DoesNotContain("…", written, StringComparison.Ordinal);
        }
    }

    [Theory, EachEngine]
    public async Task Help_about_a_command_names_what_it_can_be_given_and_shows_an_example(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        Assert.Equal(
            [
                $"/engage introduce [who: …] [about: …] – {English["command.introduce"]}",
                $"• who: {English["command.introduce.who"]}",
                $"• about: {English["command.introduce.about"]}",
                "For example: /engage introduce who: @ada about: old clocks",
            ],
            (await HelpAsync(story, "introduce")).Split('\n'));
        Assert.EndsWith(English["helper.usage"], await HelpAsync(story, "helper"), StringComparison.Ordinal);
        Assert.EndsWith("For example: /engage settings", await HelpAsync(story, "settings"), StringComparison.Ordinal);
        Assert.Equal(English["help.stats"], await HelpAsync(story, "stats"));
        Assert.Contains("• /engage pause [days: …] – ", await HelpAsync(story, "nothing"), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Who_writes_a_command_otherwise_gets_a_sentence_and_an_example(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        foreach (var language in TextBook.Languages)
        {
            foreach (var command in story.EveryCommand.Where(command => command.IsListed))
            {
                Assert.Contains($"/engage{(command.IsForModerators ? "-mod" : "")} {command.Name}", CommandUsage.Complaint(command, TextBook.In(language)), StringComparison.Ordinal);
            }
        }
    }

    private static async Task<string> HelpAsync(LiveStory story, string topic) =>
        Assert.IsType<CommandReply.Says>(await story.TypeAsync("ada", "help", options: new Dictionary<string, string> { ["topic"] = topic })).Text.Split("\n\n")[0];
}
