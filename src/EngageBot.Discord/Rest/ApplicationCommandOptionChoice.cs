using System.Text.Json;

namespace EngageBot.Discord.Rest;

/// <summary>
/// A choice of an option.
/// <see href="https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure"/>.
/// </summary>
public sealed record ApplicationCommandOptionChoice
{
    /// <summary>What is shown, at most 100 characters.</summary>
    public string Name { get; set; } = "";

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; set; }

    /// <summary>What comes back: a text of at most 100 characters, or a number.</summary>
    public JsonElement Value { get; set; }

    /// <summary>A choice of a text.</summary>
    public static ApplicationCommandOptionChoice Of(string name, string value) =>
        new() { Name = name, Value = JsonSerializer.SerializeToElement(value, RestJson.Default.String) };

    /// <summary>A choice of a whole number.</summary>
    public static ApplicationCommandOptionChoice Of(string name, long value) =>
        new() { Name = name, Value = JsonSerializer.SerializeToElement(value, RestJson.Default.Int64) };

    /// <summary>A choice of a number.</summary>
    public static ApplicationCommandOptionChoice Of(string name, double value) =>
        new() { Name = name, Value = JsonSerializer.SerializeToElement(value, RestJson.Default.Double) };
}
