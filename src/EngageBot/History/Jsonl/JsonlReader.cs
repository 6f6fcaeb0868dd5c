using System.Runtime.CompilerServices;
using EngageBot.Chat;
using EngageBot.History.Files;
using EngageBot.History.Json;

namespace EngageBot.History.Jsonl;

/// <summary>Reads JSON lines, a message each, oldest first.</summary>
internal sealed class JsonlReader : FileHistoryReader
{
    public JsonlReader(string path)
        : base(path)
    {
        using var files = OpenFiles();
        TotalBytes = TheFile(files).Length;
    }

    public override async IAsyncEnumerable<HistoryItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var files = OpenFiles();
        var file = TheFile(files);
        await CheckAnyAsync(files, file, cancellationToken);
        var items = new List<HistoryItem>();
        var message = new JsonlMessage(new Interner());
        var mapper = new JsonlMapper(new CommunityId(Platform.File, Path.GetFileNameWithoutExtension(file.FileName)), items);
        using var lines = await LineReader.OpenAsync(files, file, cancellationToken);
        while (await lines.MoveNextAsync(cancellationToken))
        {
            if (IsMessage(lines, message))
            {
                mapper.Add(message);
            }
            else if (!IsBlank(lines))
            {
                items.Add(new HistoryItem.Skipped($"{file.Label}, line {lines.Number + 1}", lines.IsTooLong ? "too long" : message.Fault!));
            }

            foreach (var item in items)
            {
                yield return item;
            }

            items.Clear();
        }
    }

    public static bool IsNamedSo(HistoryFile file) => file.HasExtension(".jsonl") || file.HasExtension(".ndjson");

    private static HistoryFile TheFile(HistoryFiles files) => files.All.Where(file => files.All.Count == 1 || IsNamedSo(file)).ToList() switch
    {
        [var file] => file,
        { Count: var count } => throw new HistoryException(files.All.Count == 0
            ? $"{files.Label}: is empty"
            : $"{files.Label}: holds {count} files of JSON lines; give one"),
    };

    private static bool IsMessage(LineReader lines, JsonlMessage message) => !lines.IsTooLong && !IsBlank(lines) && message.TryRead(lines.Current);

    private static bool IsBlank(LineReader lines) => !lines.IsTooLong && lines.Current.IndexOfAnyExcept(" \t"u8) < 0;

    /// <summary>Usually looks at the first line only.</summary>
    private static async Task CheckAnyAsync(HistoryFiles files, HistoryFile file, CancellationToken cancellationToken)
    {
        var message = new JsonlMessage(new Interner());
        using var lines = await LineReader.OpenAsync(files, file, cancellationToken);
        while (await lines.MoveNextAsync(cancellationToken))
        {
            if (IsMessage(lines, message))
            {
                return;
            }
        }

        throw new HistoryException($"{file.Label}: no line is a message");
    }
}
