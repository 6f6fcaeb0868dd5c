using System.Text.Json;
using EngageBot.History.Discord;
using EngageBot.History.Files;
using EngageBot.History.Irc;
using EngageBot.History.Jsonl;
using EngageBot.History.Slack;

namespace EngageBot.History;

/// <summary>Finds out what a history is from how its files begin.</summary>
internal static class FormatFinder
{
    private const int HeadSize = 1 << 16;

    /// <summary>In a folder of many files the first few tell.</summary>
    private const int MaxFiles = 100;

    private static readonly string[] Extensions = [".json", ".jsonl", ".ndjson", ".txt", ".log"];

    public static HistoryFormat? Find(HistoryFiles files) => SlackExport.RootOf(files) is not null ? HistoryFormat.Slack
        : files.All
            .Where(file => files.All.Count == 1 || IsLikely(file))
            .Take(MaxFiles)
            .Select(file => Find(files.Head(file, HeadSize), file))
            .FirstOrDefault(format => format is not null);

    private static bool IsLikely(HistoryFile file) => Extensions.Any(file.HasExtension) && !DiscordReader.IsAttachment(file);

    private static HistoryFormat? Find(ReadOnlySpan<byte> head, HistoryFile file)
    {
        head = (head.StartsWith("\uFEFF"u8) ? head[3..] : head).TrimStart(" \t\r\n"u8);
        return head.StartsWith("{"u8) ? FindJson(head, file)
            : IrcLog.IsLog(head) ? HistoryFormat.Irc
            : JsonlReader.IsNamedSo(file) ? HistoryFormat.Jsonl
            : null;
    }

    /// <summary>An export of Discord is one object that may fill the file; in JSON lines every line is one.</summary>
    private static HistoryFormat? FindJson(ReadOnlySpan<byte> head, HistoryFile file) =>
        JsonlReader.IsNamedSo(file) ? HistoryFormat.Jsonl
        : HasProperty(head, "guild"u8) || HasProperty(head, "messages"u8) ? HistoryFormat.Discord
        : HasProperty(head, "author"u8) || HasProperty(head, "text"u8) || HasProperty(head, "at"u8) ? HistoryFormat.Jsonl
        : null;

    /// <summary>Whether the object that a file begins with has a property, as far as can be seen.</summary>
    private static bool HasProperty(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        try
        {
            var reader = new Utf8JsonReader(head, isFinalBlock: false, state: default);
            while (reader.Read() && (reader.CurrentDepth > 0 || reader.TokenType == JsonTokenType.StartObject))
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueSpan.SequenceEqual(name))
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // Not JSON so far: so it has no such property.
        }

        return false;
    }
}
