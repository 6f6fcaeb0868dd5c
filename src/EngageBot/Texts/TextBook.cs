using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace EngageBot.Texts;

/// <summary>What the bot says, in one language: a file of this folder, <c>en.json</c> and the others, name by name. Start there to change a word.</summary>
public sealed class TextBook
{
    public const string DefaultLanguage = "en";

    private const string Folder = "Texts/";
    private const string Extension = ".json";

    private static readonly FrozenDictionary<string, TextBook> Books = ReadAll();

    private readonly FrozenDictionary<string, string> _texts;
    private readonly IReadOnlyDictionary<string, string> _own;

    private TextBook(string language, FrozenDictionary<string, string> texts, IReadOnlyDictionary<string, string>? own = null)
    {
        Language = language;
        _texts = texts;
        _own = own ?? FrozenDictionary<string, string>.Empty;
    }

    /// <summary>ISO 639 ("de").</summary>
    public string Language { get; }

    public IEnumerable<string> Names => _texts.Keys;

    /// <summary>The languages that there are.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Books.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The texts in a language, or in English where there are none.</summary>
    /// <param name="language">As platforms write it: "de", "pt-BR", "ja_JP".</param>
    public static TextBook In(string? language)
    {
        var name = language?.Split('-', '_')[0].ToLowerInvariant() ?? DefaultLanguage;
        return Books.GetValueOrDefault(name) ?? Books[DefaultLanguage];
    }

    /// <summary>A text as it stands in the file, or as somebody worded it in its place.</summary>
    public string this[string name] => _own.TryGetValue(name, out var own) ? own : _texts[name];

    /// <summary>The same texts, some of them in other words; nobody else's change.</summary>
    public TextBook With(IReadOnlyDictionary<string, string> own) => own.Count == 0 ? this : new TextBook(Language, _texts, own);

    /// <summary>A text with its placeholders filled in: <c>{name}</c> in it becomes the value.</summary>
    public string Of(string name, params ReadOnlySpan<(string Placeholder, string Value)> values)
    {
        var text = this[name];
        var filled = new System.Text.StringBuilder(text.Length + 64);
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                filled.Append(text, at, text.Length - at);
                break;
            }

            filled.Append(text, at, open - at).Append(ValueOf(text.AsSpan(open + 1, close - open - 1), values, name));
            at = close + 1;
        }

        return filled.ToString();
    }

    private static string ValueOf(ReadOnlySpan<char> placeholder, ReadOnlySpan<(string Placeholder, string Value)> values, string name)
    {
        foreach (var (known, value) in values)
        {
            if (placeholder.SequenceEqual(known))
            {
                return value;
            }
        }

        throw new ArgumentException($"The text {name} has the placeholder {placeholder}, and nothing is given for it.", nameof(values));
    }

    private static FrozenDictionary<string, TextBook> ReadAll()
    {
        var assembly = typeof(TextBook).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .Select(resource => Read(assembly, resource))
            .ToFrozenDictionary(book => book.Language);
    }

    private static TextBook Read(Assembly assembly, string resource)
    {
        using var file = assembly.GetManifestResourceStream(resource)!;
        var texts = JsonSerializer.Deserialize(file, TextJson.Default.DictionaryStringString)!;
        return new TextBook(resource[Folder.Length..^Extension.Length], texts.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
