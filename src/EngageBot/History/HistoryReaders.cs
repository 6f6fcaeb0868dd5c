using EngageBot.History.Discord;
using EngageBot.History.Files;
using EngageBot.History.Irc;
using EngageBot.History.Jsonl;
using EngageBot.History.Slack;

namespace EngageBot.History;

/// <summary>Opens a history of any format. Start reading here.</summary>
public static class HistoryReaders
{
    /// <summary>Opens a file, folder or zip. The format is found from the content, unless the options name it.</summary>
    /// <exception cref="HistoryException">There is no such file, or its format is not known.</exception>
    public static HistoryReader Open(string path, HistoryOptions options) => (options.From ?? FormatOf(path)) switch
    {
        HistoryFormat.Slack => new SlackReader(path),
        HistoryFormat.Discord => new DiscordReader(path),
        HistoryFormat.Irc => new IrcReader(path, options.Date),
        _ => new JsonlReader(path),
    };

    private static HistoryFormat FormatOf(string path)
    {
        using var files = HistoryFiles.Open(path, new ByteCount());
        return FormatFinder.Find(files) ?? throw new HistoryException(files.TotalBytes == 0
            ? $"{files.Label}: is empty"
            : $"{files.Label}: is no Slack export, no JSON of DiscordChatExporter, no IRC log and no JSON lines");
    }
}
