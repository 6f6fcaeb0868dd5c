using System.Text;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>A text as members will read it, with something made up in the places of its placeholders.</summary>
internal static class TextPreview
{
    public static string Of(TextBook wording, string name)
    {
        var shown = new StringBuilder(wording[name]);
        foreach (var (placeholder, value) in Made(wording))
        {
            shown.Replace($"{{{placeholder}}}", value);
        }

        return shown.ToString();
    }

    private static IEnumerable<(string Placeholder, string Value)> Made(TextBook texts) =>
    [
        ("post", texts["texts.sample"]),
        ("posts", texts.Of("board.line", ("excerpt", texts["texts.sample"]), ("channel", "#channel"))),
        ("channel", "#channel"),
        ("why", texts["ask.why.agreed"]),
        ("name", "Ada"),
        ("names", "Ada, Bob"),
        ("count", "3"),
        ("days", "14"),
        ("size", "3"),
        ("date", "2030-01-07 09:00 UTC"),
    ];
}
