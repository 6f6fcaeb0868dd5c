namespace EngageBot.Tests.Architecture;

/// <summary>The sources of this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Source { get; } = Path.Combine(Root, "src");

    /// <summary>A project's own sources, without what generators write.</summary>
    public static IEnumerable<string> Files(string project) => In(Path.Combine(Source, project));

    public static IEnumerable<string> AllFiles() => In(Source).Concat(In(Path.Combine(Root, "tests")));

    private static IEnumerable<string> In(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EngageBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No EngageBot.sln above the test assembly.");
    }
}
