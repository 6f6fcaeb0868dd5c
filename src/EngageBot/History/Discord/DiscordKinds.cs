namespace EngageBot.History.Discord;

/// <summary>Types as exports write them: the exporter's names where it has one, else Discord's numbers.</summary>
internal static class DiscordKinds
{
    public static DiscordMessageKind OfMessage(string? type) => type switch
    {
        null or "Default" or "0" => DiscordMessageKind.Person,
        "Reply" or "19" => DiscordMessageKind.Reply,
        "ChatInputCommand" or "20" or "ContextMenuCommand" or "23" => DiscordMessageKind.Command,
        _ => DiscordMessageKind.System,
    };

    public static DiscordChannelKind OfChannel(string? type) => type switch
    {
        "GuildTextChat" or "0" or "GuildNews" or "5" or "GuildForum" or "15" => DiscordChannelKind.Open,
        "GuildPublicThread" or "11" or "GuildNewsThread" or "10" => DiscordChannelKind.Thread,
        "DirectTextChat" or "1" or "DirectGroupTextChat" or "3" => DiscordChannelKind.Direct,

        // Private threads, voice and stages: who can read there is not in the export.
        _ => DiscordChannelKind.Closed,
    };
}
