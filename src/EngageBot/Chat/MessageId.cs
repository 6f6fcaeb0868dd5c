using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EngageBot.Chat;

/// <summary>
/// A message's own id, unique within its channel. Stored as a number, because text keys cost half the insert rate: Discord's snowflake, Slack's
/// <c>ts</c> in microseconds, the line of a log. An id that is no number is kept beside its 62-bit hash.
/// </summary>
/// <param name="Number">What identifies the message; never negative.</param>
/// <param name="Text">The platform's own spelling, only where <paramref name="Number"/> is a hash of it.</param>
public readonly record struct MessageId(long Number, string? Text = null)
{
    /// <summary>Hashes have this bit, so that they never meet a real number below it.</summary>
    internal const long HashBit = 1L << 62;

    public bool Equals(MessageId other) => Number == other.Number;

    public override int GetHashCode() => Number.GetHashCode();

    /// <summary>Reads an id of any spelling: a canonical decimal number stands for itself, everything else for its hash.</summary>
    public static MessageId Parse(string id)
    {
        var isNumber = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < HashBit;
        return isNumber && (id.Length == 1 || id[0] != '0') ? new MessageId(number) : new MessageId(Hash(id), id);
    }

    /// <summary>Reads Slack's <c>ts</c>, seconds and six digits ("1452837318.000002"), as microseconds.</summary>
    public static bool TryParseSlackTs(string? ts, out MessageId id)
    {
        id = default;
        var dot = ts?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot < 1 || ts!.Length - dot != 7
            || !long.TryParse(ts.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || !long.TryParse(ts.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var micros)
            || seconds > HashBit / 1_000_000)
        {
            return false;
        }

        id = new MessageId((seconds * 1_000_000) + micros);
        return true;
    }

    /// <summary>The id as the platform spells it.</summary>
    public string Spell(Platform platform) => Text ?? (platform == Platform.Slack
        ? string.Create(CultureInfo.InvariantCulture, $"{Number / 1_000_000}.{Number % 1_000_000:D6}")
        : Number.ToString(CultureInfo.InvariantCulture));

    private static long Hash(string id) =>
        (BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id))) & (HashBit - 1)) | HashBit;
}
