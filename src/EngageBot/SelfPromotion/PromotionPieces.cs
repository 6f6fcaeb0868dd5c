namespace EngageBot.SelfPromotion;

/// <summary>Words in pieces of three to five characters, their edges marked by a space: what misspelling, endings and languages leave in common.</summary>
internal static class PromotionPieces
{
    private const int Shortest = 3;
    private const int Longest = 5;
    private const uint Basis = 2_166_136_261;
    private const uint Prime = 16_777_619;

    public static void Read(ReadOnlySpan<char> text, PromotionFeatures features)
    {
        Span<char> plain = stackalloc char[text.Length + 2];
        plain = plain[..Flatten(text, plain)];
        for (var start = 0; start < plain.Length - 1; start++)
        {
            var hash = (Basis ^ plain[start]) * Prime;
            for (var length = 2; length <= Longest && start + length <= plain.Length; length++)
            {
                var last = plain[start + length - 1];
                hash = (hash ^ last) * Prime;
                if (length >= Shortest)
                {
                    features.AddPiece((hash ^ (hash >> 15)) * 0x85EB_CA6B);
                }

                if (last == ' ')
                {
                    break;
                }
            }
        }
    }

    /// <summary>Small letters, one space between words and at both ends, every digit a 0.</summary>
    private static int Flatten(ReadOnlySpan<char> text, Span<char> plain)
    {
        var length = 0;
        plain[length++] = ' ';
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                plain[length++] = char.IsAsciiDigit(character) ? '0' : char.ToLowerInvariant(character);
            }
            else if (plain[length - 1] != ' ')
            {
                plain[length++] = ' ';
            }
        }

        if (plain[length - 1] != ' ')
        {
            plain[length++] = ' ';
        }

        return length;
    }
}
