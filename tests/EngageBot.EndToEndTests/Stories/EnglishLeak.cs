using System.Text.RegularExpressions;
using EngageBot.Texts;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>Finds English where another language is spoken: lines and labels that are an English text, with whatever stands in its placeholders.</summary>
internal sealed class EnglishLeak
{
    /// <summary>With less of its own a text fits anything.</summary>
    private const int LeastLetters = 8;

    private readonly List<(string Name, Regex Form)> _forms;

    public EnglishLeak(string language)
    {
        var (english, other) = (TextBook.In("en"), TextBook.In(language));
        var known = other.Names.SelectMany(name => other[name].Split('\n')).ToHashSet(StringComparer.Ordinal);
        _forms =
        [
            .. from name in english.Names
               from line in english[name].Split('\n')
               where !known.Contains(line) && Placeholders.Replace(line, string.Empty).Count(char.IsLetter) >= LeastLetters
               select (name, FormOf(line)),
        ];
    }

    private static Regex Placeholders { get; } = new("\\{[^}]*\\}", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>The name of an English text that stands there; null where none does.</summary>
    public string? In(Shown shown)
    {
        var lines = shown.Text.Split('\n').Concat(shown.Labels).Concat(shown.FieldLabels).Select(line => line.Trim());
        return (from line in lines from form in _forms where form.Form.IsMatch(line) select $"{form.Name}: {line}").FirstOrDefault();
    }

    private static Regex FormOf(string line) =>
        new($"^{string.Join(".*", Placeholders.Split(line.Trim()).Select(Regex.Escape))}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
