using System.Numerics;
using EngageBot.Chat.Words;

namespace EngageBot.SelfPromotion;

/// <summary>
/// 64 bits that stay nearly the same when few words of a text change (SimHash): near copies are found after the text is gone, and no text can be read out of
/// them. The bits are stored: never change how they are made.
/// </summary>
internal static class TextSketch
{
    /// <summary>Texts of fewer words are alike by chance.</summary>
    public const int Fewest = 6;

    /// <summary>
    /// Texts whose sketches differ in at most so many bits are near copies. One word more among forty changes four bits at the mean; texts that have nothing
    /// to do with one another differ in 32, and hardly ever in less than 16.
    /// </summary>
    public const int NearBits = 8;

    private const int Most = 255;
    private const int Planes = 8;

    /// <summary>The sketch of a text; null where it has too few words.</summary>
    public static long? Of(ReadOnlySpan<char> text)
    {
        if (text.Length < Fewest * 2)
        {
            return null;
        }

        // One counter for each bit, written down crosswise: plane p holds bit p of all 64, so that a word costs a few additions with carry.
        Span<ulong> planes = stackalloc ulong[Planes];
        planes.Clear();
        var count = 0;
        var reader = new WordReader(text);
        while (count < Most && reader.MoveNext())
        {
            if (reader.Kind is WordKind.Word or WordKind.Number or WordKind.Link)
            {
                Add(Spread(WordHash.Of(reader.Kind == WordKind.Link ? LinkKinds.HostOf(reader.Word) : reader.Word)), planes);
                count++;
            }
        }

        return count < Fewest ? null : (long)MoreThan(count / 2, planes);
    }

    public static bool IsNear(long first, long second) => BitOperations.PopCount((ulong)(first ^ second)) <= NearBits;

    private static void Add(ulong carry, Span<ulong> planes)
    {
        for (var plane = 0; carry != 0 && plane < Planes; plane++)
        {
            (planes[plane], carry) = (planes[plane] ^ carry, planes[plane] & carry);
        }
    }

    /// <summary>The bits whose counter stands above a number, all 64 compared at once.</summary>
    private static ulong MoreThan(int number, ReadOnlySpan<ulong> planes)
    {
        var (more, equal) = (0UL, ulong.MaxValue);
        for (var plane = Planes - 1; plane >= 0; plane--)
        {
            if ((number >> plane & 1) == 0)
            {
                more |= equal & planes[plane];
                equal &= ~planes[plane];
            }
            else
            {
                equal &= planes[plane];
            }
        }

        return more;
    }

    /// <summary>32 bits of a word made 64.</summary>
    private static ulong Spread(uint hash)
    {
        var bits = hash * 0x9E37_79B9_7F4A_7C15UL;
        bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        return bits ^ (bits >> 31);
    }
}
