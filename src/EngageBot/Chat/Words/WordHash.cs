namespace EngageBot.Chat.Words;

/// <summary>A number for a word, the same in every process and version: the models are trained on it. Never change it.</summary>
internal static class WordHash
{
    private const uint Basis = 2_166_136_261;
    private const uint Prime = 16_777_619;

    /// <summary>FNV-1a over the word in small letters (invariant), its bits mixed once more; never 0.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var character in word)
        {
            hash = (hash ^ Small(character)) * Prime;
        }

        return Mix(hash);
    }

    /// <summary>A number for two words in this order.</summary>
    public static uint Pair(uint first, uint second) => Mix((first * 0x9E37_79B1) ^ second);

    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EB_CA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2_AE35;
        hash ^= hash >> 16;
        return hash == 0 ? 1 : hash;
    }

    private static uint Small(char character) => character switch
    {
        '’' => '\'',
        < 'A' => character,
        <= 'Z' => (uint)(character | 0x20),
        < (char)128 => character,
        _ => char.ToLowerInvariant(character),
    };
}
