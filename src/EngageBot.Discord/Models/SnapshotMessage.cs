namespace EngageBot.Discord.Models;

/// <summary>The fields of a message that a forward keeps. <see href="https://discord.com/developers/docs/resources/message#message-snapshot-structure"/>.</summary>
public sealed record SnapshotMessage
{
    public MessageType Type { get; set; }

    public string Content { get; set; } = "";

    public IReadOnlyList<Attachment> Attachments { get; set; } = [];

    public IReadOnlyList<Embed> Embeds { get; set; } = [];

    public DateTimeOffset? Timestamp { get; set; }

    public DateTimeOffset? EditedTimestamp { get; set; }

    public MessageFlags Flags { get; set; }

    public IReadOnlyList<StickerItem> StickerItems { get; set; } = [];
}
