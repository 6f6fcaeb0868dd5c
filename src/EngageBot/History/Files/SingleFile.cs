namespace EngageBot.History.Files;

internal sealed class SingleFile : HistoryFiles
{
    private readonly string _path;

    public SingleFile(string path, ByteCount count)
        : base(path, Path.GetFileNameWithoutExtension(path), count)
    {
        _path = path;
        All = [new HistoryFile(Path.GetFileName(path), new FileInfo(path).Length)];
    }

    protected override Stream OpenStream(HistoryFile file) => OpenFile(_path);
}
