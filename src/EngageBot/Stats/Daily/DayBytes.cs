using EngageBot.Chat;

namespace EngageBot.Stats.Daily;

/// <summary>
/// The lines of a day as bytes: a dozen for each. Numbers are written as differences to the line before, seven bits a byte, so that what lies near costs little. The first byte is
/// the version of the form.
/// </summary>
internal static class DayBytes
{
    private const byte Version = 1;
    private const int LongestLine = 80;
    private const DaySigns Layout = DaySigns.HasParent | DaySigns.HasParentElsewhere | DaySigns.IsDeleted;

    /// <param name="lines">In the order of time.</param>
    public static byte[] Pack(IReadOnlyList<DayLine> lines)
    {
        var bytes = new byte[1 + (lines.Count * LongestLine)];
        bytes[0] = Version;
        var (place, before) = (1, default(DayLine));
        foreach (var line in lines)
        {
            var signs = (line.Signs & ~Layout)
                | (line.Parent == 0 ? DaySigns.None : DaySigns.HasParent)
                | (line.ParentAuthor == 0 ? DaySigns.None : DaySigns.HasParentElsewhere)
                | (line.DeletedAt == 0 ? DaySigns.None : DaySigns.IsDeleted);
            PutSigned(bytes, ref place, line.Message - before.Message);
            PutSigned(bytes, ref place, line.At - before.At);
            Put(bytes, ref place, (ulong)line.Author);
            Put(bytes, ref place, ((ulong)signs << 4) | (ulong)line.Kind);
            if (line.Parent != 0)
            {
                PutSigned(bytes, ref place, line.Message - line.Parent);
            }

            if (line.ParentAuthor != 0)
            {
                Put(bytes, ref place, (ulong)line.ParentAuthor);
            }

            if (line.DeletedAt != 0)
            {
                PutSigned(bytes, ref place, line.DeletedAt - line.At);
            }

            before = line;
        }

        return bytes[..place];
    }

    /// <summary>Adds the lines to a list. Bytes of another form are refused: whoever reads them makes the day anew.</summary>
    public static bool TryUnpack(ReadOnlySpan<byte> bytes, List<DayLine> into)
    {
        if (bytes.Length == 0 || bytes[0] != Version)
        {
            return false;
        }

        var (place, before) = (1, default(DayLine));
        while (place < bytes.Length)
        {
            var message = before.Message + TakeSigned(bytes, ref place);
            var at = before.At + TakeSigned(bytes, ref place);
            var author = (long)Take(bytes, ref place);
            var head = Take(bytes, ref place);
            var signs = (DaySigns)(head >> 4);
            before = new DayLine(message, at, author)
            {
                Kind = (PostKind)(head & 15),
                Signs = signs & ~Layout,
                Parent = (signs & DaySigns.HasParent) == DaySigns.None ? 0 : message - TakeSigned(bytes, ref place),
                ParentAuthor = (signs & DaySigns.HasParentElsewhere) == DaySigns.None ? 0 : (long)Take(bytes, ref place),
                DeletedAt = (signs & DaySigns.IsDeleted) == DaySigns.None ? 0 : at + TakeSigned(bytes, ref place),
            };
            into.Add(before);
        }

        return true;
    }

    private static void PutSigned(byte[] bytes, ref int place, long value) => Put(bytes, ref place, (ulong)((value << 1) ^ (value >> 63)));

    private static void Put(byte[] bytes, ref int place, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            bytes[place++] = (byte)(value | 0x80);
        }

        bytes[place++] = (byte)value;
    }

    private static long TakeSigned(ReadOnlySpan<byte> bytes, ref int place)
    {
        var value = Take(bytes, ref place);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private static ulong Take(ReadOnlySpan<byte> bytes, ref int place)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[place++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
