using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>
/// Which of the bot's texts moderators may word themselves, and what such wording must keep to. Those are the sentences that members are spoken to with; what a button means, what is
/// promised of privacy and what commands answer stays as it is.
/// </summary>
public static partial class OwnTexts
{
    /// <summary>What is said with quotes and links in it stays far below what a message takes.</summary>
    private const int Usual = 400;

    /// <summary>The board has them around five posts.</summary>
    private const int OnTheBoard = 200;

    /// <summary>As in the form by which it is announced.</summary>
    private const int Announced = 1_500;

    private const int MostLines = 20;

    private static readonly TextBook English = TextBook.In(TextBook.DefaultLanguage);

    /// <summary>Discord takes 25 to choose from.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "ask.text", "ask.will", "ask.answered", "ask.thanks", "nudge.reply", "board.title", "board.end", "board.nobody", "turn.text", "thanks.one", "thanks.one.bare", "thanks.more",
        "note.text", "note.text.bare", "closing.text", "closing.text.bare", "intro.ask", "intro.ask.wanted", "intro.meeting", "intro.meeting.round", "intro.follow-up",
        "round.notice", "helper.notice", "notice.text", "sign-up.text",
    ];

    /// <summary>So many characters such a text may have.</summary>
    public static int MostOf(string name) => name switch
    {
        "notice.text" or "sign-up.text" => Announced,
        "board.title" or "board.end" or "board.nobody" => OnTheBoard,
        _ => Usual,
    };

    /// <summary>The texts with this one in other words; as the language has it where none are given.</summary>
    public static CommunityRules Worded(CommunityRules rules, string name, string? words)
    {
        var texts = rules.Texts.Where(text => text.Key != name).ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);
        if (words is not null && words != TextBook.In(rules.Language)[name])
        {
            texts[name] = words;
        }

        return rules with { Texts = texts };
    }

    /// <summary>What cannot be said so, in a sentence; null where all of it can.</summary>
    public static string? Problem(IReadOnlyDictionary<string, string>? texts) => texts is null ? English["refusal.texts"]
        : texts.Select(text => Problem(text.Key, text.Value)).FirstOrDefault(problem => problem is not null);

    /// <summary>Those that can be said, of what was stored by a program whose texts may have been others.</summary>
    internal static IReadOnlyDictionary<string, string> Usable(JsonObject texts) => texts
        .Select(text => (Name: text.Key, Words: text.Value is JsonValue value && value.TryGetValue<string>(out var words) ? words : null))
        .Where(text => Problem(text.Name, text.Words) is null)
        .ToDictionary(text => text.Name, text => text.Words!, StringComparer.Ordinal);

    private static string? Problem(string name, string? words)
    {
        if (!Names.Contains(name))
        {
            var written = Chat.OneLine.Of(name, 40);
            return NearestName.Of(written, Names) is { } near
                ? English.Of("refusal.text-unknown.near", ("name", written), ("near", near))
                : English.Of("refusal.text-unknown", ("name", written), ("names", string.Join(", ", Names)));
        }

        if (words is null || words.Length > MostOf(name) || Chat.MessageRoom.Of(words) > MostOf(name) * 5 / 4 || !words.EnumerateRunes().Any(Rune.IsLetter))
        {
            return English.Of("refusal.text-length", ("name", name), ("most", MostOf(name).ToString(CultureInfo.InvariantCulture)));
        }

        return words.EnumerateRunes().Any(IsUnfit) || words.Count(character => character == '\n') >= MostLines ? English.Of("refusal.text-characters", ("name", name))
            : Mention().IsMatch(words) ? English.Of("refusal.text-mention", ("name", name))
            : ProblemOfPlaceholders(name, words);
    }

    /// <summary>Each exactly once, as the text has them, and no other brace.</summary>
    private static string? ProblemOfPlaceholders(string name, string words)
    {
        var wanted = PlaceholdersOf(English[name]);
        var isKept = PlaceholdersOf(words).SequenceEqual(wanted, StringComparer.Ordinal) && Placeholder().Replace(words, string.Empty).AsSpan().IndexOfAny('{', '}') < 0;
        return isKept ? null
            : wanted.Count == 0 ? English.Of("refusal.text-braces", ("name", name))
            : English.Of("refusal.text-placeholders", ("name", name), ("placeholders", string.Join(' ', wanted)));
    }

    /// <summary>What nobody sees, or what turns a line around; joiners, of which emoji and some scripts are made, aside.</summary>
    private static bool IsUnfit(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value != '\n',
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse => true,
        _ => rune == Rune.ReplacementChar,
    };

    private static List<string> PlaceholdersOf(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\w+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Placeholder();

    // An address like ada@example.org is none. Platforms would not make one of it anyway: it is escaped, and nobody may be mentioned.
    [GeneratedRegex(@"<\s*[@!]|(?<![\w.+-])[@＠][\p{L}\p{N}_]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Mention();
}
