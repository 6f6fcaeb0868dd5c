using System.Text;

namespace EngageBot.Communities;

/// <summary>The tags of forums that say that a post is answered: by these names, in the languages of the texts, whatever pictures and signs are around them.</summary>
internal static class SolvedTag
{
    private static readonly HashSet<string> Usual =
    [
        "solved", "answered", "resolved", "gelöst", "beantwortet", "geklärt", "erledigt", "resuelto", "respondido", "contestado", "solucionado",
        "résolu", "répondu", "resolvido", "respondida", "resolvida", "解決", "解決済", "解決済み", "回答済", "回答済み",
    ];

    /// <param name="own">Names by a community's own choice, besides the usual ones.</param>
    public static bool Is(string tag, IReadOnlyList<string> own) => Words(tag) is { Length: > 0 } words && (Usual.Contains(words) || own.Any(name => Words(name) == words));

    /// <summary>Its words alone, in small letters: of "✅ Solved!" that is "solved".</summary>
    internal static string Words(string tag)
    {
        var words = new StringBuilder();
        foreach (var rune in tag.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                words.Append(Rune.ToLowerInvariant(rune));
            }
            else if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }
}
