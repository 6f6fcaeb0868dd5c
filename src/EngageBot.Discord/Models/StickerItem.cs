using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>A sticker as a message shows it. <see href="https://discord.com/developers/docs/resources/sticker#sticker-item-object"/>.</summary>
public sealed record StickerItem
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    public string Name { get; set; } = "";
}
