using System.Text.Json;

namespace EngageBot.Discord.Models;

/// <summary>An interaction as text, for another process of the same bot that is to answer it. Its token is in it: it must not be kept.</summary>
public static class InteractionJson
{
    /// <summary>Without what was said in the message whose component was used.</summary>
    public static string Write(Interaction interaction) => JsonSerializer.Serialize(
        interaction with
        {
            Channel = null,
            Message = interaction.Message is { } message
                ? new Message { Id = message.Id, ChannelId = message.ChannelId, Author = new User { Id = message.Author.Id, Username = string.Empty }, Timestamp = message.Timestamp, Type = message.Type }
                : null,
        },
        DiscordJson.Default.Interaction);

    /// <summary>Null for what is none.</summary>
    public static Interaction? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, DiscordJson.Default.Interaction);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
