using EngageBot.Chat;
using EngageBot.Chat.Words;
using EngageBot.Profiles;

namespace EngageBot.Nudges;

/// <summary>Which words of a post stand in what a helper said he likes to be asked about. Words count as they do in profiles; of longer ones the ending may differ.</summary>
internal static class OwnTopics
{
    /// <summary>More words in a reason would not be read.</summary>
    private const int Named = 2;

    private const int LongestTopic = 30;

    /// <summary>From so many letters on a word may have another ending: "printer", "printers".</summary>
    private const int WithEnding = 5;

    private const int LongestEnding = 2;

    /// <param name="topics">In the helper's own words; null for none.</param>
    public static IReadOnlyList<string> In(string? topics, string post)
    {
        var wanted = topics is null ? [] : WordsOf(topics); // Most said nothing.
        return wanted.Count == 0 ? [] : [.. WordsOf(post).Where(word => wanted.Any(topic => IsSame(topic, word))).Take(Named).Select(word => OneLine.Of(word, LongestTopic))];
    }

    private static List<string> WordsOf(string text)
    {
        var numbers = new uint[TopicWords.Most];
        var telling = numbers.AsSpan(0, TopicWords.Read(text, numbers));
        List<string> words = [];
        foreach (var word in new WordReader(text))
        {
            if (word.Kind == WordKind.Word && telling.Contains(WordHash.Of(word.Word)) && word.Word.ToString().ToLowerInvariant() is var written && !words.Contains(written))
            {
                words.Add(written);
            }
        }

        return words;
    }

    private static bool IsSame(string one, string other) => one == other
        || (Math.Min(one.Length, other.Length) >= WithEnding && Math.Abs(one.Length - other.Length) <= LongestEnding
            && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)));
}
