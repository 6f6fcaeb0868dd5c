using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Members.Settings;

/// <summary>A member sees how he wants it, and changes each thing with a press.</summary>
public sealed class SettingsCommandTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory, EachEngine]
    public async Task Each_press_shows_what_holds_now(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        var shown = Assert.IsType<CommandReply.Says>(await story.TypeAsync("ada", "settings"));
        Assert.Equal(Lines("settings.title", "settings.no-helper", "settings.not-reminded", "settings.not-introduced", "settings.no-rounds"), shown.Text.Split('\n'));

        Assert.Equal(Lines("settings.title", "settings.helper", "settings.not-reminded", "settings.not-introduced", "settings.no-rounds"), await PressAsync("helper.button.on"));
        Assert.Equal(Lines("settings.title", "settings.helper", "settings.reminded", "settings.not-introduced", "settings.no-rounds"), await PressAsync("settings.button.remind"));
        var until = English.Of("settings.paused", ("date", story.Clock.GetUtcNow().AddDays(14).ToString("yyyy-MM-dd", null)));
        string[] paused = [.. Lines("settings.title", "settings.helper", "settings.reminded", "settings.not-introduced", "settings.no-rounds"), until];
        Assert.Equal(paused, await PressAsync("settings.button.pause"));
        Assert.Equal(Lines("settings.title", "settings.helper", "settings.reminded", "settings.not-introduced", "settings.no-rounds"), await PressAsync("settings.button.resume"));
        Assert.Equal(Lines("settings.title", "settings.helper", "settings.not-reminded", "settings.not-introduced", "settings.no-rounds"), await PressAsync("settings.button.silent"));
        Assert.Equal(Lines("settings.title", "settings.no-helper", "settings.not-reminded", "settings.not-introduced", "settings.no-rounds"), await PressAsync("helper.button.off"));
        await PressAsync("settings.button.pause");
        await story.SkipAsync(TimeSpan.FromDays(15));
        var over = Assert.IsType<CommandReply.Says>(await story.TypeAsync("ada", "settings"));
        Assert.Equal(Lines("settings.title", "settings.no-helper", "settings.not-reminded", "settings.not-introduced", "settings.no-rounds"), over.Text.Split('\n'));

        async Task<string[]> PressAsync(string label)
        {
            var before = Assert.IsType<CommandReply.Says>(await story.TypeAsync("ada", "settings"));
            var pressed = Assert.IsType<CommandReply.Replaces>(await story.PressAsync("ada", before.Buttons.Single(button => button.Label == English[label]).Id));
            return pressed.Text.Split('\n');
        }
    }

    [Theory, EachEngine]
    public async Task Introductions_and_rounds_are_chosen_apart(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        foreach (var (label, lines, agreed) in new (string, string[], string[])[]
        {
            ("settings.button.rounds", ["settings.not-introduced", "settings.rounds"], ["5 | 1"]),
            ("introduce.button.on", ["settings.introduced", "settings.rounds"], ["4 | 1", "5 | 1"]),
            ("introduce.button.rounds-off", ["settings.introduced", "settings.no-rounds"], ["4 | 1", "5 | 0"]),
            ("introduce.button.off", ["settings.not-introduced", "settings.no-rounds"], ["4 | 0", "5 | 0"]),
        })
        {
            var shown = Assert.IsType<CommandReply.Says>(await story.TypeAsync("ada", "settings"));
            var pressed = Assert.IsType<CommandReply.Replaces>(await story.PressAsync("ada", shown.Buttons.Single(button => button.Label == English[label]).Id));
            Assert.Equal(Lines(lines), pressed.Text.Split('\n')[^2..]);
            Assert.Equal(agreed, await story.Database.RowsAsync("SELECT kind, is_agreed FROM agreements ORDER BY kind"));
        }
    }

    [Theory, EachEngine]
    public async Task Topics_are_shown_and_who_is_left_out_can_only_come_back(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        await story.TypeAsync("ada", "helper", options: new Dictionary<string, string> { ["state"] = "on", ["topics"] = "printers" });
        var shown = Assert.IsType<CommandReply.Says>(await story.TypeAsync("ada", "settings"));
        Assert.Contains(English.Of("settings.helper.topics", ("topics", "printers")), shown.Text, StringComparison.Ordinal);
        var form = await story.PressAsync("ada", shown.Buttons.Single(button => button.Label == English["helper.button.edit"]).Id);
        Assert.IsType<CommandReply.Opens>(form);

        await story.HappenAsync(new MemberChoice.LeavesOut(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("ada")));
        shown = Assert.IsType<CommandReply.Says>(await story.TypeAsync("ada", "settings"));
        var back = Assert.Single(shown.Buttons);
        Assert.Equal(Lines("settings.title", "settings.left-out"), shown.Text.Split('\n'));
        Assert.Contains(English["settings.no-helper"], Assert.IsType<CommandReply.Replaces>(await story.PressAsync("ada", back.Id)).Text, StringComparison.Ordinal);
    }

    private static string[] Lines(params string[] names) => [.. names.Select(name => English[name])];
}
