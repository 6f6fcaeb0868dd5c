namespace EngageBot.History.Discord;

/// <summary>Who a message comes from, by its type.</summary>
internal enum DiscordMessageKind
{
    Person,

    /// <summary>A person's too; the only type whose reference is the message it answers. Forwards, pins and thread starters have a reference as well.</summary>
    Reply,

    /// <summary>A bot's answer to a command.</summary>
    Command,

    System,
}
