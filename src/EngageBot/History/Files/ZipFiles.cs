using EngageBot.Chat;
using System.IO.Compression;

namespace EngageBot.History.Files;

/// <summary>A zip, read in place. What could do harm is refused before anything is read: paths that lead out of it, and far too much behind little.</summary>
internal sealed class ZipFiles : HistoryFiles
{
    private const long MaxTotal = 64L << 30;
    private const long MaxUnquestioned = 100L << 20;
    private const int MaxRatio = 1000;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    public ZipFiles(string path, ByteCount count)
        : base(path, Path.GetFileNameWithoutExtension(path), count)
    {
        var stream = OpenFile(path);
        try
        {
            _zip = new ZipArchive(stream, ZipArchiveMode.Read);
            All = Check(OneLine.Of(Path.GetFileName(path)));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public static bool IsZip(string path)
    {
        Span<byte> head = stackalloc byte[4];
        if (new FileInfo(path).Length < head.Length)
        {
            return false;
        }

        using var stream = OpenFile(path);
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && (head.SequenceEqual("PK\u0003\u0004"u8) || head.SequenceEqual("PK\u0005\u0006"u8));
    }

    protected override Stream OpenStream(HistoryFile file) => _entries[file.Name].Open();

    protected override void Dispose(bool disposing)
    {
        _zip.Dispose();
        base.Dispose(disposing);
    }

    private List<HistoryFile> Check(string zip)
    {
        foreach (var entry in _zip.Entries)
        {
            Check(zip, entry);
            var name = entry.FullName.Replace('\\', '/');
            if (!name.EndsWith('/') && !Clutter.Is(name) && !_entries.TryAdd(name, entry))
            {
                throw new HistoryException($"{zip}: holds {OneLine.Of(name)} twice");
            }
        }

        return _entries.Values.Sum(entry => (decimal)entry.Length) > MaxTotal
            ? throw new HistoryException($"{zip}: holds more than 64 GB; refused")
            : [.. _entries.Select(entry => new HistoryFile(entry.Key, entry.Value.Length)).OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    private static void Check(string zip, ZipArchiveEntry entry)
    {
        var segments = entry.FullName.Split('/', '\\');
        if (segments[0].Length == 0 || segments.Contains("..", StringComparer.Ordinal) || segments[0] is [_, ':', ..])
        {
            throw new HistoryException($"{zip}: holds a path that leads out of it ({OneLine.Of(entry.FullName)}); refused");
        }

        if (entry.Length < 0 || (entry.Length > MaxUnquestioned && entry.Length / MaxRatio > entry.CompressedLength))
        {
            throw new HistoryException($"{zip}: {OneLine.Of(entry.FullName)} unpacks to more than {MaxRatio} times its size; refused");
        }
    }
}
