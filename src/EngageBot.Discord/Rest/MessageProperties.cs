using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>
/// A message to send. It notifies nobody unless <see cref="AllowedMentions"/> says so.
/// <see href="https://discord.com/developers/docs/resources/message#create-message-jsonform-params"/>.
/// </summary>
public sealed record MessageProperties
{
    /// <summary>At most 2,000 characters.</summary>
    public string? Content { get; init; }

    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    /// <summary>At most ten.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Rows, at most five: <see cref="ComponentFactory"/> makes them.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>At most ten.</summary>
    public IReadOnlyList<FileProperties> Files { get; init; } = [];

    /// <summary>
    /// <see cref="MessageFlags.SuppressEmbeds"/>, <see cref="MessageFlags.SuppressNotifications"/>; <see cref="MessageFlags.Ephemeral"/> in interactions only.
    /// </summary>
    public MessageFlags Flags { get; init; }

    /// <summary>The message it replies to or forwards; in channels only.</summary>
    public MessageReference? Reference { get; init; }

    /// <summary>
    /// The sender's own number for it, in channels only. With one, Discord gives the same message again when it is sent again within some minutes, so that
    /// the client may repeat the call when the line breaks; without one it does not.
    /// </summary>
    public long? Nonce { get; init; }

    /// <summary>A message that replies to another; when that is gone, it is sent all the same.</summary>
    public static MessageProperties Reply(Snowflake to, string content) => new()
    {
        Content = content,
        Reference = new MessageReference { MessageId = to, FailIfNotExists = false },
    };
}
