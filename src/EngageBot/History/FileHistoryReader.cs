using EngageBot.History.Files;

namespace EngageBot.History;

/// <summary>What the readers of all formats have in common: the files they read from, and how far they are.</summary>
internal abstract class FileHistoryReader(string path) : HistoryReader
{
    private readonly ByteCount _count = new();

    /// <summary>Here and there a few bytes are read again; that is no progress.</summary>
    public override long BytesRead => Math.Min(_count.Value, TotalBytes);

    protected HistoryFiles OpenFiles()
    {
        _count.Reset();
        return HistoryFiles.Open(path, _count);
    }
}
