using System.Runtime.CompilerServices;
using EngageBot.Chat;
using EngageBot.History.Files;
using EngageBot.History.Json;

namespace EngageBot.History.Jsonl;

/// <summary>Reads JSON lines, a message each, oldest first. Ids of channels and members are their names as well, and all channels are open to everyone.</summary>
internal sealed class JsonlReader : FileHistoryReader
{
    private readonly List<HistoryItem> _items = [];
    private JsonlMessage _message = new(new Interner());

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
        _message = new JsonlMessage(new Interner());
        await CheckAnyAsync(files, file, cancellationToken);
        var roster = new Roster(new CommunityId(Platform.File, Path.GetFileNameWithoutExtension(file.FileName)));
        using var lines = await LineReader.OpenAsync(files, file, cancellationToken);
        while (await lines.MoveNextAsync(cancellationToken))
        {
            _items.Clear();
            Read(lines, file, roster);
            foreach (var item in _items)
            {
                yield return item;
            }
        }
    }

    public static bool IsNamedSo(HistoryFile file) => file.HasExtension(".jsonl") || file.HasExtension(".ndjson");

    private static HistoryFile TheFile(HistoryFiles files) => files.All.Where(file => files.All.Count == 1 || IsNamedSo(file)).ToList() switch
    {
        [var file] => file,
        { Count: var count } => throw new HistoryException(files.All.Count == 0
            ? $"{OneLine.Of(files.Name)}: is empty"
            : $"{OneLine.Of(files.Name)}: holds {count} files of JSON lines; give one"),
    };

    private static bool IsBlank(LineReader lines) => !lines.IsTooLong && lines.Current.IndexOfAnyExcept(" \t"u8) < 0;

    /// <summary>Usually looks at the first line only.</summary>
    private async Task CheckAnyAsync(HistoryFiles files, HistoryFile file, CancellationToken cancellationToken)
    {
        using var lines = await LineReader.OpenAsync(files, file, cancellationToken);
        while (await lines.MoveNextAsync(cancellationToken))
        {
            if (!IsBlank(lines) && !lines.IsTooLong && _message.TryRead(lines.Current))
            {
                return;
            }
        }

        throw new HistoryException($"{file.Label}: no line is a message");
    }

    private void Read(LineReader lines, HistoryFile file, Roster roster)
    {
        if (IsBlank(lines))
        {
            return;
        }

        if (!lines.IsTooLong && _message.TryRead(lines.Current))
        {
            Add(_message, roster);
        }
        else
        {
            _items.Add(new HistoryItem.Skipped($"{file.Label}, line {lines.Number + 1}", lines.IsTooLong ? "too long" : _message.Fault!));
        }
    }

    private void Add(JsonlMessage message, Roster roster)
    {
        var at = message.At!.Value;
        var channel = roster.Enter(message.Channel!, name: null, ChannelVisibility.Everyone, [], at, _items);
        var author = roster.Meet(message.Author!, name: null, message.IsBot, at, _items);
        IReadOnlyList<MemberId> mentions = message.Mentions.Count == 0 ? []
            : [.. message.Mentions.Select(member => roster.Meet(member, name: null, isBot: false, at, _items))];
        _items.Add(new HistoryItem.Happened(new MessageCreated(roster.Community, at)
        {
            Channel = channel,
            Id = message.Id!.Value,
            Author = author,
            Text = message.Text,
            ReplyTo = message.ReplyTo,
            Thread = message.Thread,
            Mentions = mentions,
            Traits = message.IsBot ? MessageTraits.Bot : MessageTraits.None,
        }));
    }
}
