using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>
/// A row, button, menu, field or label of a message or form; each sort uses its own few of these.
/// <see href="https://discord.com/developers/docs/components/reference"/>.
/// </summary>
public sealed record Component
{
    [JsonRequired]
    public ComponentType Type { get; set; }

    /// <summary>The id by which the bot knows it again, at most 100 characters.</summary>
    public string? CustomId { get; set; }

    /// <summary>A button's colour (1 to 5) or a field's height (1 or 2).</summary>
    public int? Style { get; set; }

    public string? Label { get; set; }

    /// <summary>The small print of a label, or the text of nothing else.</summary>
    public string? Description { get; set; }

    /// <summary>The text of a text display.</summary>
    public string? Content { get; set; }

    public Emoji? Emoji { get; set; }

    /// <summary>Where a link button leads.</summary>
    public string? Url { get; set; }

    public bool? Disabled { get; set; }

    public string? Placeholder { get; set; }

    /// <summary>What a string select offers.</summary>
    public IReadOnlyList<SelectOption>? Options { get; set; }

    /// <summary>The channels a channel select offers.</summary>
    public IReadOnlyList<ChannelType>? ChannelTypes { get; set; }

    public int? MinValues { get; set; }

    public int? MaxValues { get; set; }

    public int? MinLength { get; set; }

    public int? MaxLength { get; set; }

    public bool? Required { get; set; }

    /// <summary>What a field holds.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Value { get; set; }

    /// <summary>What was chosen in a menu of a form.</summary>
    public IReadOnlyList<string>? Values { get; set; }

    /// <summary>What a row or container holds.</summary>
    public IReadOnlyList<Component>? Components { get; set; }

    /// <summary>What a label labels.</summary>
    [JsonPropertyName("component")]
    public Component? Labelled { get; set; }
}
