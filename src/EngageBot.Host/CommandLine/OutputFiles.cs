namespace EngageBot.Host.CommandLine;

/// <summary>Looks at the files a replay is to write before anything is read: nothing that is read may be written over, and nothing twice.</summary>
internal static class OutputFiles
{
    /// <summary>What is wrong, in a sentence; null where nothing is.</summary>
    public static string? Problem(ReplayRequest request)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (what, path) in new[]
        {
            ("the history", request.Path), ("--rules", request.Rules), ("--database", request.Database),
            ("--report", request.Report), ("--json", request.Json), ("--share", request.Share),
        })
        {
            if (path is null)
            {
                continue;
            }

            if (!taken.TryAdd(Path.GetFullPath(path), what))
            {
                return $"{path}: is named as {taken[Path.GetFullPath(path)]} and as {what}. Give {what} another name.";
            }

            if (what is "--report" or "--json" or "--share" or "--database" && Directory.Exists(path))
            {
                return $"{path}: is a folder. Give {what} the name of a file.";
            }
        }

        return null;
    }
}
