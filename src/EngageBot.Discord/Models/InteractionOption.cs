using System.Text.Json;

namespace EngageBot.Discord.Models;

/// <summary>
/// An option as the user filled it in, or a subcommand with its own.
/// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-application-command-interaction-data-option-structure"/>.
/// </summary>
public sealed record InteractionOption
{
    public string Name { get; set; } = "";

    public ApplicationCommandOptionType Type { get; set; }

    /// <summary>A text, number or truth; ids are texts.</summary>
    public JsonElement? Value { get; set; }

    public IReadOnlyList<InteractionOption> Options { get; set; } = [];

    /// <summary>While completing: the option being typed.</summary>
    public bool Focused { get; set; }
}
