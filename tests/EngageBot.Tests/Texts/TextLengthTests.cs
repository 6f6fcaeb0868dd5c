using System.Text.RegularExpressions;
using EngageBot.Texts;

namespace EngageBot.Tests.Texts;

/// <summary>What platforms show in a fixed place fits there, in every language.</summary>
public sealed partial class TextLengthTests
{
    /// <summary>Answers to a command, no descriptions of one.</summary>
    private static readonly string[] Answers = ["command.unknown", "command.moderators-only", "command.failed", "command.too-late"];

    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void Every_text_fits_where_it_is_shown(string language)
    {
        var book = TextBook.In(language);
        Assert.Empty(book.Names.Where(name => book[name].Length > Most(name)).Select(name => $"{name}: {book[name].Length} of {Most(name)} characters"));
        Assert.DoesNotContain(book.Names, name => string.IsNullOrWhiteSpace(book[name]));
    }

    [Theory]
    [InlineData("command.pause", 100), InlineData("command.pause.days", 100), InlineData("command.mark.on-message", 32), InlineData("command.failed", 1_500)]
    [InlineData("helper.button.on", 75), InlineData("optout.button", 75), InlineData("rules.waits.form", 24), InlineData("rules.waits.field.least", 45)]
    public void A_name_says_where_a_text_is_shown(string name, int most) => Assert.Equal(most, Most(name));

    /// <summary>The least that Discord and Slack allow.</summary>
    private static int Most(string name) => name switch
    {
        _ when Answers.Contains(name) => 1_500,
        _ when name.EndsWith(".on-message", StringComparison.Ordinal) => 32,
        _ when name.StartsWith("command.", StringComparison.Ordinal) => 100,
        _ when Button().IsMatch(name) => 75,
        _ when name.EndsWith(".form", StringComparison.Ordinal) => 24,
        _ when name.Contains(".field.", StringComparison.Ordinal) => 45,
        _ => 1_500,
    };

    [GeneratedRegex(@"\.button(\.|$)|\.really$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Button();
}
