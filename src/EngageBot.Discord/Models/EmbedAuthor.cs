namespace EngageBot.Discord.Models;

/// <summary>The name over an embed. <see href="https://discord.com/developers/docs/resources/message#embed-object-embed-author-structure"/>.</summary>
public sealed record EmbedAuthor
{
    public string Name { get; set; } = "";

    public string? Url { get; set; }
}
