namespace EngageBot.Reports;

/// <summary>Writes a report's files: each complete under its name, or not at all.</summary>
public static class ReportFiles
{
    public static Task WriteJsonAsync(ReplayReport report, string path, CancellationToken cancellationToken) =>
        WriteAsync(path, stream => ReportJson.WriteAsync(report, stream, cancellationToken));

    private static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var unfinished = path + ".unfinished";
        try
        {
            await using (var stream = File.Create(unfinished))
            {
                await write(stream);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
