namespace EngageBot.Host.CommandLine;

/// <summary>The main job on the sample community that ships with the program, in a database file of its own.</summary>
internal static class SampleRun
{
    /// <summary>Where its history lies.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Sample", "sample-community.jsonl");

    public static Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var folder = System.IO.Path.Combine("data", "sample");
        return ReplayRun.RunAsync(
            new ReplayRequest
            {
                Path = Path,
                Report = System.IO.Path.Combine(folder, "report.html"),
                Database = System.IO.Path.Combine(folder, "sample.db"),
            },
            cancellationToken);
    }
}
