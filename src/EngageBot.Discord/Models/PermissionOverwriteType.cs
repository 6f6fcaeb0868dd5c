namespace EngageBot.Discord.Models;

/// <summary>Whom an overwrite is for. <see href="https://discord.com/developers/docs/resources/channel#overwrite-object"/>.</summary>
public enum PermissionOverwriteType
{
    Role = 0,
    Member = 1,
}
