using EngageBot.Texts;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>Every command, in each language, the same on each platform: answered to the one who asked alone, whole, and in that language.</summary>
public abstract class CommandSuite
{
    /// <summary>Discord takes 2,000 characters of a message; what is longer is cut at a blank, and ends with three dots.</summary>
    private const int Near = 1_900;

    private static readonly (string Command, (string Name, string Value)[] Options)[] ForMembers =
    [
        ("help", []), ("help", [("topic", "stats")]), ("help", [("topic", "introduce")]),
        ("helper", [("state", "on"), ("topics", "printers, *Linux*")]), ("settings", []), ("helper", [("state", "off")]),
        ("me", []), ("inbox", []), ("stats", []), ("why", []), ("introduce", [("about", "clocks")]), ("introduce", [("who", "@bob")]),
        ("pause", [("days", "7")]), ("settings", []), ("pause", [("days", "0")]), ("pause", [("days", "9999")]),
        ("link", []), ("link", [("code", "wrong")]), ("link", [("code", "off")]),
        ("privacy", [("action", "export")]), ("privacy", [("action", "forget")]), ("optout", []), ("optin", []),
    ];

    private static readonly (string Command, (string Name, string Value)[] Options)[] ForModerators =
    [
        ("help", []), ("help", [("topic", "channel")]), ("setup", []), ("notice", [("channel", "#help")]), ("rules", []), ("texts", []), ("texts", [("text", "board.title")]), ("texts", [("text", "no.such")]),
        ("channel", [("state", "watch"), ("channel", "#lamps")]), ("channel", [("state", "usual"), ("channel", "#lamps")]), ("channel", [("state", "waits"), ("channel", "#lamps")]),
        ("quiet-hours", [("from", "22:00"), ("to", "08:00"), ("zone", "Europe/Berlin")]), ("quiet-hours", [("from", "22:00"), ("to", "08:00"), ("zone", "Nowhere/City")]), ("quiet-hours", [("from", "off")]),
        ("helpers", []), ("queue", []), ("queue", [("note", "on")]), ("round", [("what", "show")]), ("round", [("what", "start"), ("every", "week"), ("size", "3")]), ("round", [("what", "skip")]), ("round", [("what", "stop")]),
        ("stats", []), ("stats", [("days", "7"), ("channel", "#help")]), ("stats", [("days", "9999")]), ("report", []), ("export", [("format", "json")]), ("export", []),
        ("dashboard", []), ("log", []), ("log", [("member", "@ada")]), ("live", [("step", "board"), ("channel", "#help")]), ("observe", []), ("quiet", []),
    ];

    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Theory, MemberData(nameof(Languages))]
    public async Task Every_command_is_answered_whole_and_in_the_language_of_the_community(string language)
    {
        await using var town = await BeginAsync(Town.Quick.Replace("{", $$"""{"Language":"{{language}}",""", StringComparison.Ordinal), daysBefore: 3);
        await town.GoLiveAsync();
        await town.SayAsync("ada", "help", Story.Question);
        await town.UntilAsync(() => town.In("waiting").Any(board => board.Text.Contains("open the lid", StringComparison.Ordinal)), "the question on the board");
        var leak = language == "en" ? null : new EnglishLeak(language);
        foreach (var (command, options) in ForMembers)
        {
            Check(await town.TypeAsync("zoe", "engage", command, options), $"/engage {command}", language, leak);
        }

        foreach (var (command, options) in ForModerators)
        {
            Check(await town.TypeAsync(Town.Moderator, "engage-mod", command, options), $"/engage-mod {command}", language, leak);
            Assert.Equal(TextBook.In(language)["command.moderators-only"], (await town.TypeAsync("zoe", "engage-mod", command, options)).Text);
        }

        Assert.Empty(town.In("help"));
        Assert.Empty(town.Contacted().Except([Town.Moderator, "zoe"])); // Slack hands files over in private.
    }

    private protected abstract Task<Town> BeginAsync(string rules, int daysBefore);

    private static void Check(Shown answer, string command, string language, EnglishLeak? leak)
    {
        var texts = TextBook.In(language);
        Pictures.Keep(answer, command, language);
        Assert.False(answer.Text.Length == 0, $"{command} says nothing");
        Assert.False(answer.Text == texts["command.failed"] || answer.Text == texts["command.unknown"], $"{command} fails: {answer.Text}");
        Assert.False(answer.Text.Length >= Near && answer.Text.EndsWith('…'), $"{command} is cut: {answer.Text}");
        Assert.True(leak?.In(answer) is null, $"{command} speaks English in {language}: {leak?.In(answer)}");
    }
}
