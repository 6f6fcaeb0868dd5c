using System.Text;
using System.Text.Json;

namespace EngageBot.History.Json;

/// <summary>Makes one string object of each id and name, however often it comes.</summary>
internal sealed class Interner
{
    private const int MaxLength = 64;

    private readonly HashSet<string> _strings;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Interner()
    {
        _strings = new HashSet<string>(StringComparer.Ordinal);
        _lookup = _strings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The name or id that the reader is at; null where there is none, or it is empty.</summary>
    public string? Read(ref Utf8JsonReader reader)
    {
        var isPlain = reader.TokenType is JsonTokenType.String or JsonTokenType.Number && !reader.ValueIsEscaped && reader.ValueSpan.Length is > 0 and <= MaxLength;
        if (isPlain)
        {
            Span<char> characters = stackalloc char[MaxLength];
            var length = Encoding.UTF8.GetChars(reader.ValueSpan, characters);
            if (_lookup.TryGetValue(characters[..length], out var known))
            {
                return known;
            }
        }

        return reader.ReadName() is { } name ? Add(name) : null;
    }

    private string Add(string name)
    {
        if (name.Length > MaxLength)
        {
            return name;
        }

        if (_strings.TryGetValue(name, out var known))
        {
            return known;
        }

        _strings.Add(name);
        return name;
    }
}
