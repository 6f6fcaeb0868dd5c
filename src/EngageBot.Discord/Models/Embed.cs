namespace EngageBot.Discord.Models;

/// <summary>
/// A rich box under a message: a link's preview, or what a bot wrote. <see href="https://discord.com/developers/docs/resources/message#embed-object"/>.
/// </summary>
public sealed record Embed
{
    public string? Title { get; set; }

    /// <summary><c>rich</c> for a bot's own, <c>link</c>, <c>image</c>, <c>video</c>, <c>article</c>, <c>gifv</c> for previews.</summary>
    public string? Type { get; set; }

    public string? Description { get; set; }

    public string? Url { get; set; }

    public int? Color { get; set; }

    public EmbedFooter? Footer { get; set; }

    public EmbedMedia? Image { get; set; }

    public EmbedAuthor? Author { get; set; }

    public IReadOnlyList<EmbedField>? Fields { get; set; }
}
