using EngageBot.Discord.Models;
using EngageBot.Discord.Rest.Validation;

namespace EngageBot.Discord.Rest.Wire;

/// <summary>Writes messages as they are sent, having checked them.</summary>
internal static class MessageBodies
{
    /// <summary>A message for a channel.</summary>
    public static MessageBody ForChannel(MessageProperties message) => Of(message) with
    {
        MessageReference = message.Reference,
        Nonce = message.Nonce?.ToString(),
        EnforceNonce = message.Nonce is not null,
    };

    /// <summary>A message for an interaction's webhook or a new post, which know neither replies nor nonces.</summary>
    public static MessageBody ForWebhook(MessageProperties message)
    {
        Check.That(message.Reference is null, "A message can refer to another in a channel only.");
        Check.That(message.Nonce is null, "A message can have a nonce in a channel only.");
        return Of(message);
    }

    public static MessageBody Of(MessageEditProperties message)
    {
        MessageRules.Validate(message);
        var files = Files(message.Files);
        return new MessageBody
        {
            Content = message.Content,
            AllowedMentions = message.AllowedMentions,
            Embeds = message.Embeds,
            Components = message.Components,
            Attachments = message.Keep is null ? files : [.. message.Keep.Select(id => new AttachmentBody { Id = id }), .. files ?? []],
            Flags = message.Flags,
        };
    }

    private static MessageBody Of(MessageProperties message)
    {
        MessageRules.Validate(message);
        return new MessageBody
        {
            Content = message.Content,
            AllowedMentions = message.AllowedMentions,
            Embeds = message.Embeds,
            Components = message.Components,
            Attachments = Files(message.Files),
            Flags = message.Flags == MessageFlags.None ? null : message.Flags,
        };
    }

    private static IReadOnlyList<AttachmentBody>? Files(IReadOnlyList<FileProperties> files) => files.Count == 0
        ? null
        : [.. files.Select((file, index) => new AttachmentBody { Id = new Snowflake((ulong)index), Filename = file.Name, Description = file.Description })];
}
