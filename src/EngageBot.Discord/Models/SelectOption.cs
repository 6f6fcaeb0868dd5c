namespace EngageBot.Discord.Models;

/// <summary>A choice of a string select. <see href="https://discord.com/developers/docs/components/reference#string-select-select-option-structure"/>.</summary>
public sealed record SelectOption
{
    public string Label { get; set; } = "";

    public string Value { get; set; } = "";

    public string? Description { get; set; }

    public Emoji? Emoji { get; set; }

    public bool? Default { get; set; }
}
