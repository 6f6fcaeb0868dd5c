namespace EngageBot.History;

/// <summary>The formats of history that can be read.</summary>
public enum HistoryFormat
{
    /// <summary>An export of a Slack workspace: a zip or a folder.</summary>
    Slack,

    /// <summary>JSON made by DiscordChatExporter: a file, a folder or a zip.</summary>
    Discord,

    /// <summary>IRC logs: a file or a folder.</summary>
    Irc,

    /// <summary>JSON lines, a message each.</summary>
    Jsonl,
}
