namespace EngageBot.Discord.Models;

/// <summary>
/// Where a command is found. <see href="https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-types"/>.
/// </summary>
public enum ApplicationCommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
    PrimaryEntryPoint = 4,
}
