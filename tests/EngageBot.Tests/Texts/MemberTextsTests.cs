using System.Text.RegularExpressions;
using EngageBot.Texts;

namespace EngageBot.Tests.Texts;

/// <summary>Members are never told that they promote themselves, in any language.</summary>
public sealed partial class MemberTextsTests
{
    /// <summary>What only moderators are shown.</summary>
    private static readonly string[] ForModerators = ["rules.", "channel.", "command.channel", "live.", "refusal.", "queue.", "command.queue", "concern.", "why.queued", "setup.", "step.", "approve."];

    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void No_text_to_members_speaks_of_promotion(string language)
    {
        var book = TextBook.In(language);
        var said = book.Names.Where(name => !ForModerators.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).ToList();

        Assert.Contains("note.text", said);
        Assert.DoesNotContain(said, name => Promotion().IsMatch(book[name]));
        Assert.Matches(Promotion(), book["queue.post"]); // The words are those by which it would be said.
    }

    [GeneratedRegex("promo|werb|publicidad|publicité|propaganda|宣伝|自己アピール", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Promotion();
}
