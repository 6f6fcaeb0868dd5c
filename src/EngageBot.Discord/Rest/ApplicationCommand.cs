using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>
/// A command as it is registered. <see href="https://discord.com/developers/docs/interactions/application-commands#application-command-object"/>.
/// </summary>
public sealed record ApplicationCommand
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    public Snowflake ApplicationId { get; set; }

    /// <summary>Changes with every change of the command.</summary>
    public Snowflake Version { get; set; }

    public ApplicationCommandType Type { get; set; } = ApplicationCommandType.ChatInput;

    public string Name { get; set; } = "";

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; set; }

    public string? Description { get; set; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; set; }

    public IReadOnlyList<ApplicationCommandOption>? Options { get; set; }

    public Permissions? DefaultMemberPermissions { get; set; }

    public IReadOnlyList<InteractionContextType>? Contexts { get; set; }
}
