namespace EngageBot.Host.CommandLine;

/// <summary>The database file of a replay: the one that was named, or a temporary one that goes when the replay ends.</summary>
internal sealed class ReplayDatabase : IAsyncDisposable
{
    private readonly string? _temporaryFolder;

    private ReplayDatabase(string path, string? temporaryFolder)
    {
        Path = path;
        _temporaryFolder = temporaryFolder;
    }

    public string Path { get; }

    public static ReplayDatabase At(string? path)
    {
        if (path is not null)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            return new ReplayDatabase(path, temporaryFolder: null);
        }

        var folder = Directory.CreateTempSubdirectory("engagebot-").FullName;
        return new ReplayDatabase(System.IO.Path.Combine(folder, "replay.db"), folder);
    }

    public ValueTask DisposeAsync()
    {
        if (_temporaryFolder is not null)
        {
            Directory.Delete(_temporaryFolder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
