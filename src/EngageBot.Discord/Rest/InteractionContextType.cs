namespace EngageBot.Discord.Rest;

/// <summary>
/// Where a command can be used.
/// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-context-types"/>.
/// </summary>
public enum InteractionContextType
{
    Guild = 0,

    /// <summary>The conversation with the bot.</summary>
    BotDM = 1,
    PrivateChannel = 2,
}
