using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A message changed: by its author, or because a link's preview came, a thread was started or a reply was deleted. Fields left out are unchanged;
/// the message may be one never seen. <see href="https://discord.com/developers/docs/events/gateway-events#message-update"/>.</summary>
public sealed record MessageUpdateEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    [JsonRequired]
    public Snowflake ChannelId { get; set; }

    public Snowflake? GuildId { get; set; }

    public MessageType? Type { get; set; }

    public User? Author { get; set; }

    public Member? Member { get; set; }

    public string? Content { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>When its author edited it last; none where only a preview was added.</summary>
    public DateTimeOffset? EditedTimestamp { get; set; }

    public bool? MentionEveryone { get; set; }

    public IReadOnlyList<MentionedUser>? Mentions { get; set; }

    public IReadOnlyList<Snowflake>? MentionRoles { get; set; }

    public IReadOnlyList<Attachment>? Attachments { get; set; }

    public IReadOnlyList<Embed>? Embeds { get; set; }

    public Snowflake? WebhookId { get; set; }

    public MessageFlags? Flags { get; set; }

    public MessageReference? MessageReference { get; set; }

    public IReadOnlyList<MessageSnapshot>? MessageSnapshots { get; set; }

    public IReadOnlyList<StickerItem>? StickerItems { get; set; }

    public bool? Pinned { get; set; }
}
