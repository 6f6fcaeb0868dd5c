namespace EngageBot.Discord.Models;

/// <summary>
/// A picture of an embed; <c>attachment://name</c> shows a file of the same message.
/// <see href="https://discord.com/developers/docs/resources/message#embed-object-embed-image-structure"/>.
/// </summary>
public sealed record EmbedMedia
{
    public string Url { get; set; } = "";
}
