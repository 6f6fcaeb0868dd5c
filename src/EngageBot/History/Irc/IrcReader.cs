using System.Runtime.CompilerServices;
using EngageBot.Chat;
using EngageBot.History.Files;

namespace EngageBot.History.Irc;

/// <summary>Reads the logs of one IRC channel. All times are taken as UTC; logs do not say.</summary>
internal sealed class IrcReader : FileHistoryReader
{
    private readonly DateOnly? _date;

    public IrcReader(string path, DateOnly? date)
        : base(path)
    {
        _date = date;
        using var files = OpenFiles();
        var logs = IrcLog.In(files, date, []);
        Files = [.. logs.Select(log => log.File.Name)];

        // Once to learn the clock and the nicks, once to read.
        TotalBytes = 2 * logs.Sum(log => log.File.Length);
    }

    /// <summary>The names of the logs, in the order in which <see cref="IrcLineId"/> numbers them.</summary>
    public IReadOnlyList<string> Files { get; }

    public override async IAsyncEnumerable<HistoryItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var files = OpenFiles();
        var items = new List<HistoryItem>();
        var logs = IrcLog.In(files, _date, items);
        await CheckLinesAsync(files, logs, cancellationToken);
        var roster = new Roster(new CommunityId(Platform.Irc, files.Name));
        string? channel = null;
        foreach (var (index, log) in logs.Index())
        {
            var scan = await IrcScan.ReadAsync(files, log.File, cancellationToken);
            channel ??= (scan.Channel ?? files.Name).TrimStart('#'); // The sign is shown with every channel.
            var mapper = new IrcMapper(roster, channel, index, scan, scan.Start(log), items);
            using var lines = await LineReader.OpenAsync(files, log.File, cancellationToken);
            while (await lines.MoveNextAsync(cancellationToken))
            {
                Read(lines, mapper, log, items);
                foreach (var item in items)
                {
                    yield return item;
                }

                items.Clear();
            }
        }
    }

    private static void Read(LineReader lines, IrcMapper mapper, IrcLog log, List<HistoryItem> items)
    {
        if (!lines.Current.IsEmpty && !mapper.Add(lines.Current, lines.Number))
        {
            items.Add(new HistoryItem.Skipped($"{log.File.Label}, line {lines.Number + 1}", "is no line of a log"));
        }
    }

    /// <summary>A log with too many lines is found before anything is given; only a large one needs to be counted.</summary>
    private static async Task CheckLinesAsync(HistoryFiles files, IReadOnlyList<IrcLog> logs, CancellationToken cancellationToken)
    {
        foreach (var log in logs.Where(log => log.File.Length >= IrcLineId.LinesPerFile))
        {
            if (await CountLinesAsync(files, log.File, cancellationToken) >= IrcLineId.LinesPerFile)
            {
                throw new HistoryException($"{log.File.Label}: has more than {IrcLineId.LinesPerFile} lines; split it");
            }
        }
    }

    private static async Task<long> CountLinesAsync(HistoryFiles files, HistoryFile file, CancellationToken cancellationToken)
    {
        using var window = await ByteWindow.OpenAsync(files, file, 0, 1 << 18, cancellationToken);
        var lines = 0L;
        while (!window.IsEnd)
        {
            await window.FillAsync(cancellationToken);
            lines += window.Bytes.Count((byte)'\n');
            window.Skip(window.Bytes.Length);
        }

        return lines;
    }
}
