using System.Runtime.CompilerServices;
using EngageBot.History.Json;

namespace EngageBot.History.Slack;

/// <summary>Reads an export of a Slack workspace: a folder for each channel, a file for each of its days.</summary>
internal sealed class SlackReader : FileHistoryReader
{
    public SlackReader(string path)
        : base(path)
    {
        using var files = OpenFiles();

        // Once to see that all is whole, once to read.
        TotalBytes = 2 * files.TotalBytes;
    }

    public override async IAsyncEnumerable<HistoryItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var files = OpenFiles();
        var export = await SlackExport.OpenAsync(files, cancellationToken);
        var items = new List<HistoryItem>();
        var mapper = new SlackMapper(export, items);
        mapper.AddMembers(export.Days.Min(day => day.FirstAt) ?? DateTimeOffset.UnixEpoch);
        items.AddRange(export.OtherFolders().Select(folder => new HistoryItem.Skipped(folder, "is of no listed channel")));
        foreach (var item in items)
        {
            yield return item;
        }

        await foreach (var day in new JsonMerge<SlackMessage>(files, export.Days, () => new SlackMessage(export.Interner)).ReadAsync(cancellationToken))
        {
            items.Clear();
            mapper.Add(day.Message, export.ChannelOf(day.File.File), day.Place);
            foreach (var item in items)
            {
                yield return item;
            }
        }
    }
}
