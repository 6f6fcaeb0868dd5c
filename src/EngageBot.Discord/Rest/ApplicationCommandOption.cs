using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>
/// An option of a command, or a subcommand with its own.
/// <see href="https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure"/>.
/// </summary>
public sealed record ApplicationCommandOption
{
    public ApplicationCommandOptionType Type { get; set; }

    /// <summary>Lower case, at most 32 characters.</summary>
    public string Name { get; set; } = "";

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; set; }

    /// <summary>1 to 100 characters.</summary>
    public string Description { get; set; } = "";

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; set; }

    /// <summary>Required options stand before the others.</summary>
    public bool Required { get; set; }

    /// <summary>At most 25, for texts and numbers.</summary>
    public IReadOnlyList<ApplicationCommandOptionChoice>? Choices { get; set; }

    /// <summary>Of a subcommand.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; set; }

    public IReadOnlyList<ChannelType>? ChannelTypes { get; set; }

    /// <summary>Of a number.</summary>
    public double? MinValue { get; set; }

    public double? MaxValue { get; set; }

    /// <summary>Of a text, up to 6,000.</summary>
    public int? MinLength { get; set; }

    public int? MaxLength { get; set; }

    /// <summary>The bot offers choices while it is typed; not together with <see cref="Choices"/>.</summary>
    public bool Autocomplete { get; set; }
}
