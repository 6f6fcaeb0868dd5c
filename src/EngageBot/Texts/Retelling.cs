namespace EngageBot.Texts;

/// <summary>
/// Reasons and outcomes are stored, logged and told on the command line in English. In chat they are told in the reader's language: as the text whose English words they are,
/// with what stands in the places of its placeholders.
/// </summary>
public static class Retelling
{
    private static readonly TextBook English = TextBook.In(TextBook.DefaultLanguage);

    /// <summary>The texts of each kind, those with the most words of their own first: a placeholder alone would fit everything.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> Names = English.Names
        .GroupBy(name => name.Split('.')[0], StringComparer.Ordinal)
        .ToDictionary(kind => kind.Key, kind => (IReadOnlyList<string>)[.. kind.OrderByDescending(name => Literals(English[name]).Sum(piece => piece.Length)).ThenBy(name => name, StringComparer.Ordinal)]);

    /// <summary>Null where no text of these kinds has these words.</summary>
    /// <param name="sentence">In English.</param>
    /// <param name="texts">In the language of the reader.</param>
    /// <param name="kinds">What the names of the texts begin with ("outcome").</param>
    public static string? Of(string sentence, TextBook texts, params IReadOnlyList<string> kinds)
    {
        foreach (var name in kinds.SelectMany(kind => Names.GetValueOrDefault(kind) ?? []))
        {
            if (Values(sentence, English[name]) is { } values)
            {
                return texts.Of(name, [.. values.Select(value => (value.Placeholder, Of(value.Value, texts, kinds) ?? value.Value))]);
            }
        }

        return null;
    }

    /// <summary>What stands in the places of the placeholders; null where it is another sentence.</summary>
    private static List<(string Placeholder, string Value)>? Values(string sentence, string template)
    {
        List<(string, string)> values = [];
        var at = 0;
        for (var open = template.IndexOf('{', StringComparison.Ordinal); open >= 0; open = template.IndexOf('{', StringComparison.Ordinal))
        {
            var close = template.IndexOf('}', open);
            var next = template.IndexOf('{', close) is var after && after < 0 ? template[(close + 1)..] : template[(close + 1)..after];
            if (!sentence.AsSpan(at).StartsWith(template.AsSpan(0, open), StringComparison.Ordinal))
            {
                return null;
            }

            at += open;
            var end = next.Length == 0 ? sentence.Length : sentence.IndexOf(next, at, StringComparison.Ordinal);
            if (end <= at)
            {
                return null;
            }

            values.Add((template[(open + 1)..close], sentence[at..end]));
            (at, template) = (end, template[(close + 1)..]);
        }

        return sentence.AsSpan(at).SequenceEqual(template) ? values : null;
    }

    private static IEnumerable<string> Literals(string template) => template.Split('{').Select(piece => piece[(piece.IndexOf('}', StringComparison.Ordinal) + 1)..]);
}
