namespace EngageBot.Discord.Models;

/// <summary>A named part of an embed. <see href="https://discord.com/developers/docs/resources/message#embed-object-embed-field-structure"/>.</summary>
public sealed record EmbedField
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";

    public bool Inline { get; set; }
}
