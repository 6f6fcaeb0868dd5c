using System.Text;
using EngageBot.Reports.Html;

namespace EngageBot.Reports;

/// <summary>Writes a report's files: each complete under its name, or not at all.</summary>
public static class ReportFiles
{
    public static Task WriteJsonAsync(ReplayReport report, string path, CancellationToken cancellationToken) =>
        WriteAsync(path, stream => ReportJson.WriteAsync(report, stream, cancellationToken));

    /// <summary>The report as a page that needs nothing else.</summary>
    public static Task WriteHtmlAsync(ReplayReport report, string path, CancellationToken cancellationToken) =>
        WriteTextAsync(ReportPage.Of(report), path, cancellationToken);

    /// <summary>The card, without names, texts or ids.</summary>
    public static Task WriteCardAsync(ReplayReport report, string path, CancellationToken cancellationToken) =>
        WriteTextAsync(CardPage.Of(report.Figures), path, cancellationToken);

    private static Task WriteTextAsync(string text, string path, CancellationToken cancellationToken) =>
        WriteAsync(path, async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken));

    private static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
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
