namespace EngageBot.SelfPromotion;

/// <summary>The signs of a text that are no words: marks, capitals, pictures, how it begins and ends.</summary>
internal static class PromotionShape
{
    private static readonly PromotionSign[] Counts =
    [
        PromotionSign.Hashtag, PromotionSign.Handle, PromotionSign.Cashtag, PromotionSign.Money, PromotionSign.Percent, PromotionSign.Exclamation,
        PromotionSign.QuestionMark, PromotionSign.Picture, PromotionSign.Pointer, PromotionSign.ListLine, PromotionSign.CapitalWord, PromotionSign.Digit,
        PromotionSign.NewLine, PromotionSign.Stop, PromotionSign.Comma, PromotionSign.Quote, PromotionSign.Call, PromotionSign.Link, PromotionSign.BareDomain,
    ];

    public static void Read(ReadOnlySpan<char> text, PromotionFeatures features)
    {
        features.Set(PromotionSign.Length, MathF.Log(1 + text.Length));
        Count(text, features);
        Edges(text, features);
        features.Flatten(Counts);
    }

    private static void Count(ReadOnlySpan<char> text, PromotionFeatures features)
    {
        var (letters, capitals, others) = (0, 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (char.IsLetter(character))
            {
                letters++;
                capitals += char.IsUpper(character) ? 1 : 0;
                others += character > '\u02FF' ? 1 : 0;
            }
            else if (SignOf(character, at + 1 < text.Length ? text[at + 1] : ' ') is { } sign)
            {
                features.Add(sign);
            }
        }

        features.Set(PromotionSign.Capitals, letters == 0 ? 0 : (float)capitals / letters);
        features.Set(PromotionSign.OtherScript, letters == 0 ? 0 : (float)others / letters);
    }

    private static PromotionSign? SignOf(char character, char next) => character switch
    {
        '\n' => next is '-' or '•' or '▪' or '·' or '*' or '>' || char.IsAsciiDigit(next) ? PromotionSign.ListLine : PromotionSign.NewLine,
        '#' => PromotionSign.Hashtag,
        '$' or '€' or '£' or '¥' => char.IsAsciiDigit(next) || next == ' ' ? PromotionSign.Money : null,
        '%' => PromotionSign.Percent,
        '!' or '！' => PromotionSign.Exclamation,
        '?' or '？' => PromotionSign.QuestionMark,
        '.' => PromotionSign.Stop,
        ',' => PromotionSign.Comma,
        '"' or '“' or '”' => PromotionSign.Quote,
        >= '0' and <= '9' => PromotionSign.Digit,
        '→' or '⬇' or '↓' or '➡' or '▶' or '⤵' or '➜' or '➤' => PromotionSign.Pointer,
        _ when char.IsHighSurrogate(character) => next is '\uDC49' or '\uDC47' or '\uDD17' ? PromotionSign.Pointer : PromotionSign.Picture,
        >= '\u2190' and <= '\u2BFF' => PromotionSign.Picture,
        _ => null,
    };

    private static void Edges(ReadOnlySpan<char> text, PromotionFeatures features)
    {
        if (text.IsEmpty)
        {
            return;
        }

        var (first, last) = (text[0], text[^1]);
        features.Set(PromotionSign.BeginsWithPicture, char.IsSurrogate(first) || first is >= '\u2190' and <= '\u2BFF' ? 1 : 0);
        features.Set(PromotionSign.BeginsWithHandle, first == '@' || text.StartsWith("<@") ? 1 : 0);
        features.Set(PromotionSign.EndsOpen, last is ':' or '…' or '↓' or '⬇' ? 1 : 0);
        var word = text[(text.LastIndexOfAny(' ', '\n') + 1)..];
        features.Set(PromotionSign.EndsWithLink, word.Contains("://", StringComparison.Ordinal) || LinkKinds.IsBareDomain(word) || word.Contains(".com/", StringComparison.OrdinalIgnoreCase) ? 1 : 0);
    }
}
