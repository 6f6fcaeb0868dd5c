using System.Globalization;
using System.Text;

namespace EngageBot.Chat;

/// <summary>Text of strangers made fit for one line of a terminal, a log or a table: no control characters, no marks that turn the line around.</summary>
public static class OneLine
{
    /// <summary>So much room there is in any case: a single character may be a family.</summary>
    private const int Least = 16;

    /// <param name="most">
    /// Characters as people count them, and twice as many as machines do, so that marks piled upon one another take no more room; what is cut shows as "…".
    /// </param>
    public static string Of(string text, int most = 120)
    {
        var line = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(text.Length > most * 16 ? text[..(most * 16)] : text);
        for (var count = 0; elements.MoveNext();)
        {
            var element = elements.GetTextElement();
            if (char.IsWhiteSpace(element, 0))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (!IsUnfit(element))
            {
                if (++count >= most || line.Length + element.Length >= (2 * most) + Least)
                {
                    return line.Append('…').ToString();
                }

                line.Append(element);
            }
        }

        return line.ToString().TrimEnd();
    }

    private static bool IsUnfit(string element)
    {
        var category = char.GetUnicodeCategory(element, 0);
        return category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate && !(element.Length > 1 && char.IsHighSurrogate(element[0]));
    }
}
