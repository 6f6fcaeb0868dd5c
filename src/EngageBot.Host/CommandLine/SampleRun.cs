namespace EngageBot.Host.CommandLine;

/// <summary>The main job on the sample community that ships with the program, in a database file of its own.</summary>
internal static class SampleRun
{
    public static Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine("data", "sample");
        return ReplayRun.RunAsync(
            new ReplayRequest
            {
                Path = Path.Combine(AppContext.BaseDirectory, "Sample", "sample-community.jsonl"),
                Report = Path.Combine(folder, "report.html"),
                Database = Path.Combine(folder, "sample.db"),
            },
            cancellationToken);
    }
}
