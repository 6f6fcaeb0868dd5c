using System.Text;

namespace EngageBot.Communities;

/// <summary>
/// An emoji as platforms name it in a reaction, of what a person writes: "✅", ":solved:" or "&lt;:solved:123&gt;". Without its skin tone, and without the sign that asks for a drawing in
/// colour: people and platforms leave both out as they like, and they change nothing about what it says.
/// </summary>
internal static class EmojiName
{
    /// <summary>Ask for the character before them in colour, or without.</summary>
    private static readonly Rune Coloured = new(0xFE0F);
    private static readonly Rune Plain = new(0xFE0E);

    /// <summary>The first and the last skin tone. https://unicode.org/reports/tr51/#Emoji_Modifiers_Table</summary>
    private static readonly Rune Lightest = new(0x1F3FB);
    private static readonly Rune Darkest = new(0x1F3FF);

    public static string Of(string written)
    {
        var parts = written.Trim().Trim('<', '>').Split(':', StringSplitOptions.RemoveEmptyEntries);
        var name = parts switch
        {
            [var plain] => plain,
            ["a", var animated, ..] => animated,
            [var own, ..] => own, // Slack writes a skin tone after it: "thumbsup::skin-tone-3".
            [] => string.Empty,
        };
        return name.EnumerateRunes().Any(IsLook) ? string.Concat(name.EnumerateRunes().Where(rune => !IsLook(rune))) : name;
    }

    private static bool IsLook(Rune rune) => rune == Coloured || rune == Plain || (rune >= Lightest && rune <= Darkest);
}
