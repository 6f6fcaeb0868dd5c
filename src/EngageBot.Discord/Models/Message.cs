using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>
/// A message. <see href="https://discord.com/developers/docs/resources/message#message-object"/>. <see cref="GuildId"/> and <see cref="Member"/> come with
/// the gateway's events only. Without the intent MESSAGE_CONTENT the content, embeds, attachments and components of most messages are empty.
/// </summary>
public sealed record Message
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    [JsonRequired]
    public Snowflake ChannelId { get; set; }

    /// <summary>The guild; none in a direct message, and none in REST's answers.</summary>
    public Snowflake? GuildId { get; set; }

    /// <summary>Who wrote it. With a <see cref="WebhookId"/> this is the webhook's face of the moment, not a user.</summary>
    [JsonRequired]
    public User Author { get; set; } = new();

    /// <summary>The author as a member, without the user.</summary>
    public Member? Member { get; set; }

    public string Content { get; set; } = "";

    [JsonRequired]
    public DateTimeOffset Timestamp { get; set; }

    /// <summary>When it was edited last; none where only a link's preview was added.</summary>
    public DateTimeOffset? EditedTimestamp { get; set; }

    public bool MentionEveryone { get; set; }

    public IReadOnlyList<MentionedUser> Mentions { get; set; } = [];

    public IReadOnlyList<Snowflake> MentionRoles { get; set; } = [];

    public IReadOnlyList<Attachment> Attachments { get; set; } = [];

    public IReadOnlyList<Embed> Embeds { get; set; } = [];

    public IReadOnlyList<Reaction> Reactions { get; set; } = [];

    public bool Pinned { get; set; }

    public Snowflake? WebhookId { get; set; }

    /// <summary>What sort of message it is; only <see cref="MessageType.Reply"/> is a reply.</summary>
    [JsonRequired]
    public MessageType Type { get; set; }

    public Snowflake? ApplicationId { get; set; }

    public MessageFlags Flags { get; set; }

    /// <summary>The message it replies to, forwards, follows or pins.</summary>
    public MessageReference? MessageReference { get; set; }

    /// <summary>What a forward carries.</summary>
    public IReadOnlyList<MessageSnapshot> MessageSnapshots { get; set; } = [];

    /// <summary>The message replied to, if Discord looked it up and it still exists.</summary>
    public Message? ReferencedMessage { get; set; }

    /// <summary>The thread that was started from this message.</summary>
    public Channel? Thread { get; set; }

    public IReadOnlyList<StickerItem> StickerItems { get; set; } = [];

    public IReadOnlyList<Component> Components { get; set; } = [];

    /// <summary>The 64-bit number or text the sender gave, by which it knows its own message again.</summary>
    [JsonConverter(typeof(NonceConverter))]
    public string? Nonce { get; set; }
}
