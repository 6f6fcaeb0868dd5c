using EngageBot.History.Files;

namespace EngageBot.History.Irc;

/// <summary>A file of a log, and the day that its name gives: of its line 1000, or of its first line where it has no more than 1,000.</summary>
internal sealed record IrcLog(HistoryFile File, DateOnly Date)
{
    private const int HeadSize = 1 << 16;

    /// <summary>The logs among the files, in the order of their dates, then of their names.</summary>
    /// <param name="files">What to look through.</param>
    /// <param name="date">The day of logs that have none in their names.</param>
    /// <param name="items">Gets a word on each file that is no log.</param>
    public static IReadOnlyList<IrcLog> In(HistoryFiles files, DateOnly? date, List<HistoryItem> items)
    {
        var logs = new List<IrcLog>();
        foreach (var file in files.All.Where(file => files.All.Count == 1 || file.HasExtension(".txt") || file.HasExtension(".log")))
        {
            if (IsLog(files.Head(file, HeadSize)))
            {
                logs.Add(new IrcLog(file, IrcFileName.DateOf(file.FileName) ?? date ?? throw NoDate(file)));
            }
            else
            {
                items.Add(new HistoryItem.Skipped(file.Label, "is no IRC log"));
            }
        }

        return logs.Count > 0 ? [.. logs.OrderBy(log => log.Date).ThenBy(log => log.File.Name, StringComparer.Ordinal)]
            : throw new HistoryException($"{files.Label}: holds no line of an IRC log");
    }

    public static bool IsLog(ReadOnlySpan<byte> head)
    {
        foreach (var line in head.Split((byte)'\n'))
        {
            if (IrcLine.Parse(Trim(head[line])).Kind == IrcLineKind.Message)
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line) => line.StartsWith("\uFEFF"u8) ? line[3..] : line;

    private static HistoryException NoDate(HistoryFile file) => new($"{file.Label}: has no date (yyyy-MM-dd) in its name; give the day with --date");
}
