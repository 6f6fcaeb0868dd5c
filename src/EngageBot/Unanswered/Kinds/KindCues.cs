using System.Collections.Frozen;
using EngageBot.Chat.Words;

namespace EngageBot.Unanswered.Kinds;

/// <summary>
/// Looks once through the words of a text for those without which it cannot be of a kind that is seldom. Most texts have none, and are spared five closer
/// looks. What an expression in this folder finds must have a cue here; a test holds both together.
/// </summary>
internal static class KindCues
{
    private const int Stem = 5;

    /// <summary>The bits of a number that are looked at first: few words of ordinary chat have those of a cue.</summary>
    private const int SieveBits = 16;

    private static readonly FrozenDictionary<uint, KindCue> Cues = Read(isStem: false);

    private static readonly FrozenDictionary<uint, KindCue> Stems = Read(isStem: true);

    private static readonly ulong[] Sieve = SieveOf(Cues.Keys.Concat(Stems.Keys));

    public static KindCue In(ReadOnlySpan<char> text)
    {
        var (found, previous) = (KindCue.None, 0u);
        var reader = new WordReader(text);
        while (reader.MoveNext())
        {
            if (reader.Kind != WordKind.Word)
            {
                found |= reader.Kind == WordKind.Link ? OfLink(reader.Word) : KindCue.None;
                previous = 0;
                continue;
            }

            var hash = WordHash.Of(reader.Word);
            found |= Find(Cues, hash);
            found |= previous == 0 ? KindCue.None : Find(Cues, WordHash.Pair(previous, hash));
            found |= reader.Word.Length < Stem ? KindCue.None : Find(Stems, WordHash.Of(reader.Word[..Stem]));
            previous = hash;
        }

        return found;
    }

    private static KindCue Find(FrozenDictionary<uint, KindCue> cues, uint hash)
    {
        var place = hash >> (32 - SieveBits);
        return (Sieve[place >> 6] & (1UL << (int)(place & 63))) == 0 ? KindCue.None : cues.GetValueOrDefault(hash);
    }

    private static ulong[] SieveOf(IEnumerable<uint> hashes)
    {
        var sieve = new ulong[1 << (SieveBits - 6)];
        foreach (var hash in hashes)
        {
            var place = hash >> (32 - SieveBits);
            sieve[place >> 6] |= 1UL << (int)(place & 63);
        }

        return sieve;
    }

    private static KindCue OfLink(ReadOnlySpan<char> link) =>
        link.Contains("t.me/", StringComparison.OrdinalIgnoreCase) || link.Contains("wa.me/", StringComparison.OrdinalIgnoreCase) ? KindCue.Scam : KindCue.None;

    private static FrozenDictionary<uint, KindCue> Read(bool isStem)
    {
        Dictionary<uint, KindCue> cues = [];
        foreach (var (cue, words) in KindCueWords.Lists)
        {
            foreach (var word in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(word => word.EndsWith('*') == isStem))
            {
                var hash = HashOf(word.TrimEnd('*'));
                cues[hash] = cues.GetValueOrDefault(hash) | cue;
            }
        }

        return cues.ToFrozenDictionary();
    }

    private static uint HashOf(string word)
    {
        var space = word.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? WordHash.Of(word) : WordHash.Pair(WordHash.Of(word.AsSpan(0, space)), WordHash.Of(word.AsSpan(space + 1)));
    }
}
