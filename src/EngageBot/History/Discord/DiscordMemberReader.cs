using System.Text.Json;
using EngageBot.History.Json;

namespace EngageBot.History.Discord;

internal static class DiscordMemberReader
{
    /// <summary>Reads a member; null where there is none, or he has no id.</summary>
    public static DiscordMember? Read(ref Utf8JsonReader reader, Interner interner)
    {
        if (!reader.IsObject())
        {
            return null;
        }

        string? id = null, name = null, nickname = null;
        var isBot = false;
        var isWithoutTag = false;
        while (reader.NextProperty(out var property))
        {
            switch (property)
            {
                case var _ when property.SequenceEqual("id"u8): id = interner.Read(ref reader); break;
                case var _ when property.SequenceEqual("name"u8): name = interner.Read(ref reader); break;
                case var _ when property.SequenceEqual("nickname"u8): nickname = interner.Read(ref reader); break;
                case var _ when property.SequenceEqual("isBot"u8): isBot = reader.ReadFlag(); break;
                case var _ when property.SequenceEqual("discriminator"u8): isWithoutTag = interner.Read(ref reader) is "0000"; break;
                default: reader.Skip(); break;
            }
        }

        // People have given up their tags, bots keep theirs: a bot without one is a webhook.
        return id is null ? null : new DiscordMember(id, nickname ?? name) { IsBot = isBot, IsWebhook = isBot && isWithoutTag };
    }
}
