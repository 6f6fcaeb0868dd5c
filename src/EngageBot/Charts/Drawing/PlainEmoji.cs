using System.Text;

namespace EngageBot.Charts.Drawing;

/// <summary>
/// librsvg draws text as outlines, which colour fonts do not have: an emoji comes out as a black blot. So for pictures each emoji becomes its plain
/// self, asked for in text style, which an outline font (Symbola, say) can draw: without skin tone, and only the first of a joined sequence.
/// </summary>
internal static class PlainEmoji
{
    private const string AsText = "\uFE0E";

    public static string In(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var cluster in Label.Clusters(text))
        {
            var first = Rune.GetRuneAt(cluster, 0);
            if (IsFlagLetter(first))
            {
                result.AppendJoin("", cluster.EnumerateRunes().Select(letter => letter + AsText));
            }
            else
            {
                result.Append(IsEmoji(first) ? first + AsText : cluster);
            }
        }

        return result.ToString();
    }

    private static bool IsEmoji(Rune rune) =>
        rune.Value is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x231A and <= 0x23FF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2B00 and <= 0x2BFF);

    private static bool IsFlagLetter(Rune rune) => rune.Value is >= 0x1F1E6 and <= 0x1F1FF;
}
