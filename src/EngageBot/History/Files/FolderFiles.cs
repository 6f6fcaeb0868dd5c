using System.IO.Enumeration;

namespace EngageBot.History.Files;

internal sealed class FolderFiles : HistoryFiles
{
    private readonly string _path;

    public FolderFiles(string path, ByteCount count)
        : base(path, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), count)
    {
        _path = path;
        All = [.. Enumerate(path).Where(file => !Clutter.Is(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    protected override Stream OpenStream(HistoryFile file) => OpenFile(Path.Combine(_path, file.Name));

    /// <summary>Links to folders are not followed: they may lead round in a circle.</summary>
    private static FileSystemEnumerable<HistoryFile> Enumerate(string path)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        return new FileSystemEnumerable<HistoryFile>(path, (ref entry) => File(path, ref entry), options)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
    }

    private static HistoryFile File(string root, ref FileSystemEntry entry)
    {
        var path = entry.ToFullPath();
        var length = entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? LengthOfTarget(path) : entry.Length;
        return new HistoryFile(Path.GetRelativePath(root, path).Replace('\\', '/'), length);
    }

    private static long LengthOfTarget(string path) => new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } file ? file.Length : 0;
}
