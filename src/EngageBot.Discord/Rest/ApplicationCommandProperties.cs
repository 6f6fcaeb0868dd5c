using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>
/// A command to register. <see href="https://discord.com/developers/docs/interactions/application-commands#create-global-application-command-json-params"/>.
/// </summary>
/// <param name="Name">At most 32 characters; lower case for slash commands.</param>
public sealed record ApplicationCommandProperties(string Name)
{
    public ApplicationCommandType Type { get; init; } = ApplicationCommandType.ChatInput;

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1 to 100 characters for slash commands, none for the others.</summary>
    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>What a member must be allowed to see the whole command; a guild's administrators may change that. None: everybody sees it.</summary>
    [JsonConverter(typeof(NumericPermissionsConverter))]
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>Everywhere when this is not set.</summary>
    public IReadOnlyList<InteractionContextType>? Contexts { get; init; }
}
