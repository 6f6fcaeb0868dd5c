namespace EngageBot.Discord.Models;

/// <summary>The last line of an embed. <see href="https://discord.com/developers/docs/resources/message#embed-object-embed-footer-structure"/>.</summary>
public sealed record EmbedFooter
{
    public string Text { get; set; } = "";
}
