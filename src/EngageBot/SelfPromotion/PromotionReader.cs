using EngageBot.Chat.Words;

namespace EngageBot.SelfPromotion;

/// <summary>Reads a text into what the model sees of it. The one place: training reads through here as well.</summary>
internal static class PromotionReader
{
    // Stands for anything of its kind; whose handle or which site it is comes as a word besides, for those that are met again.
    private static readonly uint LinkWord = WordHash.Of("://");
    private static readonly uint HandleWord = WordHash.Of("@@");
    private static readonly uint CashtagWord = WordHash.Of("$$");

    public static void Read(ReadOnlySpan<char> text, PromotionFeatures features)
    {
        features.Clear();
        text = (text.Length > PromotionFeatures.Judged ? text[..PromotionFeatures.Judged] : text).Trim();
        ReadWords(text, features);
        PromotionPieces.Read(text, features);
        PromotionShape.Read(text, features);
    }

    private static void ReadWords(ReadOnlySpan<char> text, PromotionFeatures features)
    {
        var (previous, count, letters) = (0u, 0, 0);
        var reader = new WordReader(text);
        while (reader.MoveNext())
        {
            var before = reader.Start == 0 ? ' ' : text[reader.Start - 1];
            var hash = HashOf(reader.Word, reader.Kind, before, features);
            var isOpening = IsOpening(text, reader.Start);
            Find(hash, isOpening, features);
            features.AddWord(hash);
            if (previous != 0)
            {
                var pair = WordHash.Pair(previous, hash);
                Find(pair, isOpening: false, features);
                features.AddWord(pair);
            }

            previous = hash;
            count++;
            letters += reader.Word.Length;
        }

        features.Set(PromotionSign.Words, MathF.Log(1 + count));
        features.Set(PromotionSign.AverageWord, count == 0 ? 0 : Math.Min(20, (float)letters / count));
    }

    private static uint HashOf(ReadOnlySpan<char> word, WordKind kind, char before, PromotionFeatures features)
    {
        switch (kind)
        {
            case WordKind.Number:
                return WithoutDigits(word);
            case WordKind.Mention:
                features.Add(PromotionSign.Handle);
                return HandleWord;
            case WordKind.Link:
                features.Add(PromotionSign.Link);
                LinkKinds.Read(word, features);
                features.AddWord(WordHash.Of(LinkKinds.HostOf(word)));
                return LinkWord;
            case WordKind.Emoji:
                return WordHash.Of(word);
        }

        return before switch
        {
            '@' => Counted(PromotionSign.Handle, HandleWord, word, features),
            '$' => Counted(PromotionSign.Cashtag, CashtagWord, word, features),
            _ => Plain(word, features),
        };
    }

    private static uint Counted(PromotionSign sign, uint hash, ReadOnlySpan<char> word, PromotionFeatures features)
    {
        features.Add(sign);
        features.AddWord(WordHash.Of(word));
        return hash;
    }

    private static uint Plain(ReadOnlySpan<char> word, PromotionFeatures features)
    {
        if (word.Contains('.') && LinkKinds.IsBareDomain(word))
        {
            features.Add(PromotionSign.BareDomain);
            LinkKinds.Read(word, features);
            features.AddWord(WordHash.Of(word));
            return LinkWord;
        }

        var digits = word.ContainsAnyInRange('0', '9');
        var (isLong, isCapital) = (word.Length >= 30, word.Length >= 3 && !word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('A', 'Z'));
        features.Add(PromotionSign.LongCode, isLong && digits ? 1 : 0);
        features.Add(PromotionSign.CouponCode, isCapital && digits && word.Length is >= 5 and <= 12 ? 1 : 0);
        features.Add(PromotionSign.CapitalWord, isCapital && !digits ? 1 : 0);
        return digits ? WithoutDigits(word) : WordHash.Of(word);
    }

    private static uint WithoutDigits(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[word.Length];
        for (var at = 0; at < word.Length; at++)
        {
            plain[at] = char.IsAsciiDigit(word[at]) ? '0' : word[at];
        }

        return WordHash.Of(plain);
    }

    private static bool IsOpening(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(' ');
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or '\n' or ':' or '•' or '-' or '|' || (!char.IsLetterOrDigit(before[^1]) && before[^1] > '\u2190');
    }

    private static void Find(uint hash, bool isOpening, PromotionFeatures features)
    {
        if (PromotionLexicon.TryFind(hash, out var concept))
        {
            features.Add(concept);
            if (isOpening && concept is PromotionConcept.Follow or PromotionConcept.Share or PromotionConcept.Join or PromotionConcept.SignUp or PromotionConcept.Buy
                or PromotionConcept.Claim or PromotionConcept.TryIt or PromotionConcept.Contact)
            {
                features.Add(PromotionSign.Call);
            }
        }
    }
}
