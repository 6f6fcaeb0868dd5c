using System.Net.Http.Headers;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest.Validation;

/// <summary>What a message may hold. <see href="https://discord.com/developers/docs/resources/message#create-message"/>.</summary>
internal static class MessageRules
{
    public static void Validate(MessageProperties message)
    {
        Check.AtMost(DiscordLimits.Content, message.Content, "The text");
        Check.That(
            !string.IsNullOrWhiteSpace(message.Content) || message.Embeds?.Count > 0 || message.Files.Count > 0 || message.Components?.Count > 0
                || message.Reference is { Type: MessageReferenceType.Forward },
            "The message is empty.");
        ValidateParts(message.AllowedMentions, message.Embeds, message.Components, message.Files);
    }

    public static void Validate(MessageEditProperties message)
    {
        Check.AtMost(DiscordLimits.Content, message.Content, "The text");
        Check.AtMost(DiscordLimits.FilesPerMessage, message.Keep, "files to keep");
        ValidateParts(message.AllowedMentions, message.Embeds, message.Components, message.Files);
    }

    private static void ValidateParts(
        AllowedMentions mentions,
        IReadOnlyList<Embed>? embeds,
        IReadOnlyList<Component>? components,
        IReadOnlyList<FileProperties> files)
    {
        Validate(mentions);
        Check.AtMost(DiscordLimits.EmbedsPerMessage, embeds, "embeds");
        foreach (var embed in embeds ?? [])
        {
            Validate(embed);
        }

        Check.That((embeds ?? []).Sum(Length) <= DiscordLimits.EmbedTotal, $"The embeds hold more than {DiscordLimits.EmbedTotal} characters.");
        ComponentRules.ValidateRows(components);
        Check.AtMost(DiscordLimits.FilesPerMessage, files, "files");
        foreach (var file in files)
        {
            Validate(file);
        }
    }

    private static void Validate(AllowedMentions mentions)
    {
        Check.AtMost(DiscordLimits.AllowedMentions, mentions.Users, "users in the allowed mentions");
        Check.AtMost(DiscordLimits.AllowedMentions, mentions.Roles, "roles in the allowed mentions");
        Check.That(
            (mentions.Users is not { Count: > 0 } || !mentions.Parse.Contains(AllowedMentionType.Users))
                && (mentions.Roles is not { Count: > 0 } || !mentions.Parse.Contains(AllowedMentionType.Roles)),
            "The allowed mentions name all of a sort and single ones of it.");
    }

    private static void Validate(Embed embed)
    {
        Check.AtMost(DiscordLimits.EmbedTitle, embed.Title, "An embed's title");
        Check.AtMost(DiscordLimits.EmbedDescription, embed.Description, "An embed's description");
        Check.AtMost(DiscordLimits.EmbedFooter, embed.Footer?.Text, "An embed's footer");
        Check.AtMost(DiscordLimits.EmbedAuthor, embed.Author?.Name, "An embed's author");
        Check.AtMost(DiscordLimits.EmbedFields, embed.Fields, "fields in an embed");
        foreach (var field in embed.Fields ?? [])
        {
            Check.Between(1, DiscordLimits.EmbedFieldName, field.Name, "The name of an embed's field");
            Check.Between(1, DiscordLimits.EmbedFieldValue, field.Value, "The value of an embed's field");
        }
    }

    private static int Length(Embed embed) =>
        (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Text.Length ?? 0) + (embed.Author?.Name.Length ?? 0)
        + (embed.Fields?.Sum(field => field.Name.Length + field.Value.Length) ?? 0);

    private static void Validate(FileProperties file)
    {
        Check.Between(1, DiscordLimits.FileName, file.Name, "A file's name");
        Check.AtMost(DiscordLimits.FileDescription, file.Description, "A file's description");
        Check.That(MediaTypeHeaderValue.TryParse(file.ContentType, out _), "A file's content type is none.");
    }
}
