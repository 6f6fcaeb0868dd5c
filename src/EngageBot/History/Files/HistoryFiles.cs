using EngageBot.Chat;

namespace EngageBot.History.Files;

/// <summary>The files of a history, whether it is one file, a folder or a zip. A zip is read where it is: nothing is unpacked to disk.</summary>
internal abstract class HistoryFiles(string path, string name, ByteCount count) : IDisposable
{
    /// <summary>What a person calls the history, for a sentence: the name of the file or folder as it stands on the disk.</summary>
    public string Label { get; } = OneLine.Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));

    /// <summary>The history's own name: of the file without its extension, or of the folder.</summary>
    public string Name { get; } = name;

    /// <summary>Sorted by name.</summary>
    public IReadOnlyList<HistoryFile> All { get; protected init; } = [];

    public long TotalBytes => All.Sum(file => file.Length);

    public static HistoryFiles Open(string path, ByteCount count)
    {
        try
        {
            path = Path.GetFullPath(path);
            return Directory.Exists(path) ? new FolderFiles(path, count)
                : !File.Exists(path) ? throw new FileNotFoundException()
                : ZipFiles.IsZip(path) ? new ZipFiles(path, count)
                : new SingleFile(path, count);
        }
        catch (Exception exception) when (ReadFault.IsKnown(exception))
        {
            throw ReadFault.Of(path, exception);
        }
    }

    public async ValueTask<HistoryStream> OpenAsync(HistoryFile file, long offset, CancellationToken cancellationToken)
    {
        var stream = OpenStart(file);
        if (offset > 0)
        {
            await stream.SkipToAsync(offset, cancellationToken);
        }

        return stream;
    }

    /// <summary>The first bytes of a file; not counted as read.</summary>
    public byte[] Head(HistoryFile file, int size)
    {
        using var stream = OpenStart(file);
        var head = new byte[(int)Math.Min(size, file.Length)];
        var length = stream.ReadHead(head);
        return length == head.Length ? head : head[..length];
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract Stream OpenStream(HistoryFile file);

    protected virtual void Dispose(bool disposing)
    {
    }

    protected static FileStream OpenFile(string path) =>
        new(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0, Options = FileOptions.SequentialScan });

    private HistoryStream OpenStart(HistoryFile file)
    {
        try
        {
            // Opening what only looks like a file, such as a pipe, could wait for ever; its length is 0.
            return new HistoryStream(file.Length == 0 ? Stream.Null : OpenStream(file), file, count);
        }
        catch (Exception exception) when (ReadFault.IsKnown(exception))
        {
            throw ReadFault.Of(file.Label, exception);
        }
    }
}
