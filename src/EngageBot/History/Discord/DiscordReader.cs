using System.Runtime.CompilerServices;
using EngageBot.History.Files;
using EngageBot.History.Json;

namespace EngageBot.History.Discord;

/// <summary>Reads JSON made by DiscordChatExporter: a channel or thread a file, one file or many.</summary>
internal sealed class DiscordReader : FileHistoryReader
{
    public DiscordReader(string path)
        : base(path)
    {
        using var files = OpenFiles();

        // Once to see that all is whole, once to read.
        TotalBytes = 2 * Exports(files).Sum(file => file.Length);
    }

    public override async IAsyncEnumerable<HistoryItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var files = OpenFiles();
        var items = new List<HistoryItem>();
        var channels = await ScanAsync(files, items, cancellationToken);
        foreach (var item in items)
        {
            yield return item;
        }

        var mapper = new DiscordMapper([.. channels.Values.Where(channel => channel.Thread is not null).Select(channel => channel.Thread!.Value)], items);
        var interner = new Interner();
        await foreach (var file in new JsonMerge<DiscordMessage>(files, [.. channels.Keys], () => new DiscordMessage(interner)).ReadAsync(cancellationToken))
        {
            items.Clear();
            mapper.Add(file.Message, channels[file.File], file.Place);
            foreach (var item in items)
            {
                yield return item;
            }
        }
    }

    /// <summary>Beside an export the exporter may put a folder of what was attached, which may be JSON too.</summary>
    public static bool IsAttachment(HistoryFile file) => file.Folder.Contains("_Files/", StringComparison.Ordinal);

    private static IEnumerable<HistoryFile> Exports(HistoryFiles files) =>
        files.All.Where(file => files.All.Count == 1 || (file.HasExtension(".json") && !IsAttachment(file)));

    private static async Task<Dictionary<JsonArrayFile, DiscordFile>> ScanAsync(
        HistoryFiles files, List<HistoryItem> items, CancellationToken cancellationToken)
    {
        var channels = new Dictionary<JsonArrayFile, DiscordFile>();
        var scan = new JsonArrayScan("messages", "timestamp", JsonValues.ReadTime);
        foreach (var file in Exports(files))
        {
            switch (DiscordFile.Of(await scan.ScanAsync(files, file, cancellationToken)))
            {
                case null:
                    items.Add(new HistoryItem.Skipped(file.Label, "is no export of DiscordChatExporter"));
                    break;
                case { Kind: DiscordChannelKind.Direct }:
                    items.Add(new HistoryItem.Skipped(file.Label, "direct messages are not read"));
                    break;
                case var channel:
                    channels.Add(channel.Scan, channel);
                    break;
            }
        }

        return channels.Keys.Any(channel => channel.Count > 0) ? channels : throw Nothing(files, items);
    }

    private static HistoryException Nothing(HistoryFiles files, List<HistoryItem> items) =>
        new(items.OfType<HistoryItem.Skipped>().FirstOrDefault() is { } skipped
            ? $"{skipped.Place}: {skipped.Reason}, and there is nothing else"
            : $"{files.Label}: the export holds no messages");
}
