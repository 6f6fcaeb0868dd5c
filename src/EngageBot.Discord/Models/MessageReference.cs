namespace EngageBot.Discord.Models;

/// <summary>The message that another points to. <see href="https://discord.com/developers/docs/resources/message#message-reference-structure"/>.</summary>
public sealed record MessageReference
{
    public MessageReferenceType Type { get; set; }

    public Snowflake? MessageId { get; set; }

    public Snowflake? ChannelId { get; set; }

    public Snowflake? GuildId { get; set; }

    /// <summary>When sending: whether a message that is gone is an error; Discord's default is that it is.</summary>
    public bool? FailIfNotExists { get; set; }
}
