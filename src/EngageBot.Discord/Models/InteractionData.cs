namespace EngageBot.Discord.Models;

/// <summary>
/// What an interaction brings: a command's name and options, a component's id and values, or a form's fields; the rest is empty.
/// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-data"/>.
/// </summary>
public sealed record InteractionData
{
    /// <summary>The command's id.</summary>
    public Snowflake? Id { get; set; }

    /// <summary>The command's name.</summary>
    public string? Name { get; set; }

    public ApplicationCommandType? Type { get; set; }

    public IReadOnlyList<InteractionOption> Options { get; set; } = [];

    /// <summary>The user or message a context-menu command was used on.</summary>
    public Snowflake? TargetId { get; set; }

    /// <summary>What the ids among the options and values stand for.</summary>
    public ResolvedData? Resolved { get; set; }

    /// <summary>The id the bot gave to the component or form.</summary>
    public string? CustomId { get; set; }

    public ComponentType? ComponentType { get; set; }

    /// <summary>What was chosen in a select menu.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];

    /// <summary>The fields of a form, in rows or labels.</summary>
    public IReadOnlyList<Component> Components { get; set; } = [];
}
