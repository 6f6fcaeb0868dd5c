using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>
/// What a role or member may or may not do in one channel. <see href="https://discord.com/developers/docs/resources/channel#overwrite-object"/>.
/// </summary>
public sealed record PermissionOverwrite
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    public PermissionOverwriteType Type { get; set; }

    public Permissions Allow { get; set; }

    public Permissions Deny { get; set; }
}
