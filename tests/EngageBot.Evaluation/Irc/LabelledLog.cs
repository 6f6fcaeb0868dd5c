using EngageBot.Chat;
using EngageBot.History;
using EngageBot.History.Irc;

namespace EngageBot.Evaluation.Irc;

/// <summary>An IRC log of the labelled data: <c>NAME.ascii.txt</c>, and <c>NAME.annotation.txt</c> where its links were made by hand.</summary>
internal sealed class LabelledLog
{
    private const string Text = ".ascii.txt";
    private const string Labels = ".annotation.txt";

    /// <summary>The first lines of a longer log are there for context only.</summary>
    private const int ContextLines = 1000;

    /// <summary>A log whose name tells no day is read as of this one.</summary>
    private static readonly DateOnly SomeDay = new(2000, 1, 1);

    private LabelledLog(string path)
    {
        Path = path;
        Name = System.IO.Path.GetFileName(path)[..^Text.Length];
        LineCount = File.ReadLines(path).Count();
        var labels = path[..^Text.Length] + Labels;
        Annotations = File.Exists(labels) ? Annotations.Read(labels) : null;
    }

    public string Path { get; }

    /// <summary>The file's name without its endings.</summary>
    public string Name { get; }

    public int LineCount { get; }

    /// <summary>Null where the log is not annotated.</summary>
    public Annotations? Annotations { get; }

    /// <summary>The first line that is judged.</summary>
    public int FirstJudged => LineCount <= ContextLines ? 0 : ContextLines;

    /// <summary>The logs of a folder by name, which is by date.</summary>
    public static IReadOnlyList<LabelledLog> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*" + Text).Order(StringComparer.Ordinal).Select(path => new LabelledLog(path))];

    /// <summary>What happened, as the product's reader tells it. <see cref="IrcLineId.LineOf"/> gives the line of a message's id.</summary>
    public IAsyncEnumerable<HistoryItem> EventsAsync(CancellationToken cancellationToken) => new IrcReader(Path, SomeDay).ReadAsync(cancellationToken);

    /// <summary>The log line by line; null where a line is empty or not understood. System lines have that trait.</summary>
    public async Task<IReadOnlyList<MessageCreated?>> LinesAsync(CancellationToken cancellationToken)
    {
        var lines = new MessageCreated?[LineCount];
        await foreach (var item in EventsAsync(cancellationToken))
        {
            if (item is HistoryItem.Happened { Event: MessageCreated message })
            {
                lines[IrcLineId.LineOf(message.Id)] = message;
            }
        }

        return lines;
    }
}
