using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.History;
using EngageBot.Host.Storage;
using EngageBot.Members;
using EngageBot.Reports;

namespace EngageBot.Host.Playground;

/// <summary>
/// A history that a visitor hands over: it gives its report and its card, and can be the past of the Playground's community. One at a time; all of it is removed at the end, the
/// one before when another comes.
/// </summary>
/// <param name="key">By which people who asked to be forgotten are recognised in it; null where nobody asked.</param>
internal sealed class PlaygroundDrop(ErasureKey? key, TimeProvider clock) : IDisposable
{
    /// <summary>Bytes.</summary>
    public const long Largest = 200L * 1024 * 1024;

    private const int LongestName = 60;

    private static readonly string[] Endings = [".zip", ".json", ".jsonl", ".ndjson", ".log", ".txt"];

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DirectoryInfo? _folder;

    /// <summary>The file, once its report was made; null before.</summary>
    public string? History { get; private set; }

    public string? Report => FileOf("report.html");

    public string? Card => FileOf("card.html");

    /// <param name="name">As the visitor calls it: only what is harmless of it is used.</param>
    /// <exception cref="HistoryException">It is no history, or too large.</exception>
    public async Task TakeAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("engagebot-dropped-");
        try
        {
            var path = Path.Combine(folder.FullName, SafeName(name));
            await using (var file = File.Create(path))
            {
                await CopyAsync(content, file, cancellationToken);
            }

            await ReadAsync(path, folder.FullName, cancellationToken);
            (_folder, folder) = (folder, _folder);
            History = path;
        }
        finally
        {
            folder?.Delete(recursive: true); // The one before, or what came to nothing.
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _folder?.Delete(recursive: true);
        _folder = null;
        _turn.Dispose();
    }

    /// <summary>Letters, digits and its ending; never a path.</summary>
    internal static string SafeName(string name)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (!Endings.Contains(ending))
        {
            throw new HistoryException($"Only {string.Join(", ", Endings)} can be read here.");
        }

        var stem = string.Concat(Path.GetFileNameWithoutExtension(name).Where(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_').Take(LongestName));
        return (stem.Length == 0 ? "history" : stem) + ending;
    }

    private string? FileOf(string name) => _folder is { } folder && History is not null ? Path.Combine(folder.FullName, name) : null;

    private static async Task CopyAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (file.Length + read > Largest)
            {
                throw new HistoryException($"The file is larger than {Largest / (1024 * 1024)} MB: read it with engagebot replay.");
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private async Task ReadAsync(string path, string folder, CancellationToken cancellationToken)
    {
        await using var database = new SqliteDataSource(Path.Combine(folder, "replay.db"));
        await Migrator.MigrateAsync(database, cancellationToken);
        var (rules, reader) = (new CommunityRules(), HistoryReaders.Open(path, new HistoryOptions()));
        var outcome = await new Replay(database, new ReplayOptions { Rules = rules, Key = key, Latest = clock.GetUtcNow().AddDays(1) }).RunAsync(reader, progress: null, cancellationToken);
        if (outcome.Communities is not [var (community, _), ..])
        {
            throw new HistoryException("There is no message in it.");
        }

        var report = await new ReportReader(database, rules).ReadAsync(Path.GetFileNameWithoutExtension(path), community, outcome, cancellationToken);
        await ReportFiles.WriteHtmlAsync(report, Path.Combine(folder, "report.html"), cancellationToken);
        await ReportFiles.WriteCardAsync(report, Path.Combine(folder, "card.html"), cancellationToken);
    }
}
