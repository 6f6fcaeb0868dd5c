using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EngageBot.Outcomes;

/// <summary>
/// Which posts are held out: nobody is asked about them, so that it shows what would have happened without. Drawn by HMAC-SHA256 (RFC 2104) with the community's salt
/// over the post's key, so that nobody who does not know the salt can foresee or choose it, a second look gives the same answer, and no table of draws is needed.
/// </summary>
internal static class HoldOut
{
    /// <summary>A community's salt has so many bytes, drawn once from a cryptographic source and never changed.</summary>
    public const int SaltBytes = 32;

    private static ReadOnlySpan<byte> Purpose => "hold-out\0"u8;

    /// <summary>Whether a post is held out. With a larger share the same posts are, and some more.</summary>
    /// <param name="share">What share of all posts is held out, from 0 to 1.</param>
    public static bool Draw(ReadOnlySpan<byte> communitySalt, long postKey, double share)
    {
        if (communitySalt.IsEmpty)
        {
            throw new ArgumentException("Without a salt anybody could foresee what is drawn.", nameof(communitySalt));
        }

        if (!(share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        }

        return Place(communitySalt, postKey) < share;
    }

    /// <summary>Where a post lies between 0 and 1, 1 left out: its first 53 bits, as many as a double holds.</summary>
    private static double Place(ReadOnlySpan<byte> communitySalt, long postKey)
    {
        Span<byte> text = stackalloc byte[Purpose.Length + sizeof(long)];
        Purpose.CopyTo(text);
        BinaryPrimitives.WriteInt64BigEndian(text[Purpose.Length..], postKey);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(communitySalt, text, hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1L << 53));
    }
}
