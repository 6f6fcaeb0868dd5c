using System.IO.Compression;
using System.Text;
using EngageBot.Chat;
using EngageBot.History;

namespace EngageBot.Tests.History;

/// <summary>A folder of files for one test, and what reading it gives.</summary>
internal sealed class TemporaryHistory : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("history-").FullName;

    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "History", "Samples", name);

    public static async Task<IReadOnlyList<HistoryItem>> ReadAsync(string path, HistoryOptions? options = null)
    {
        var items = new List<HistoryItem>();
        await foreach (var item in HistoryReaders.Open(path, options ?? new HistoryOptions()).ReadAsync(CancellationToken.None))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>The message of the exception that reading ends with, having given nothing.</summary>
    public static async Task<string> FaultAsync(string path, HistoryOptions? options = null)
    {
        var count = 0;
        var exception = await Assert.ThrowsAsync<HistoryException>(async () =>
        {
            await foreach (var _ in HistoryReaders.Open(path, options ?? new HistoryOptions()).ReadAsync(CancellationToken.None))
            {
                count++;
            }
        });
        Assert.Equal(0, count);
        Assert.DoesNotContain('\n', exception.Message);
        return exception.Message;
    }

    public static IReadOnlyList<T> Events<T>(IEnumerable<HistoryItem> items)
        where T : ChatEvent => [.. items.OfType<HistoryItem.Happened>().Select(item => item.Event).OfType<T>()];

    public static IReadOnlyList<HistoryItem.Skipped> Skipped(IEnumerable<HistoryItem> items) => [.. items.OfType<HistoryItem.Skipped>()];

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Zip(string name, params (string Name, string Content)[] entries)
    {
        var path = Path.Combine(Folder, name);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entry, content) in entries)
        {
            using var stream = zip.CreateEntry(entry).Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }

        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
