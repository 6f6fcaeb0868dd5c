namespace EngageBot.Chat;

/// <summary>The one place where text from outside is made fit to be stored, searched and printed.</summary>
public static class ChatText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Replaces NUL, which PostgreSQL cannot store, and lone surrogates, which no encoder can write, by U+FFFD. Called once, where text comes in: by the
    /// mappers of the platforms and the readers of histories. Text without either comes back as it is, without a copy.
    /// </summary>
    public static string Clean(string text)
    {
        var bad = IndexOfBad(text, 0);
        return bad < 0 ? text : string.Create(text.Length, (text, bad), static (result, state) =>
        {
            state.text.CopyTo(result);
            for (var at = state.bad; at >= 0; at = IndexOfBad(state.text, at + 1))
            {
                result[at] = Replacement;
            }
        });
    }

    private static int IndexOfBad(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '\0' || char.IsLowSurrogate(character))
            {
                return at;
            }

            if (char.IsHighSurrogate(character))
            {
                if (at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
                {
                    return at;
                }

                at++;
            }
        }

        return -1;
    }
}
