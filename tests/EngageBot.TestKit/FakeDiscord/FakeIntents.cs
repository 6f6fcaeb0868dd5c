using System.Text.Json.Nodes;
using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>What a session gets to see. <see href="https://discord.com/developers/docs/events/gateway#list-of-intents"/>.</summary>
internal static class FakeIntents
{
    private static readonly string[] ContentFields = ["content", "embeds", "attachments", "components"];

    /// <summary>Whether the session asked for this event.</summary>
    public static bool Cover(GatewayIntents intents, Snowflake bot, string name, string data)
    {
        var needed = name switch
        {
            "GUILD_MEMBER_ADD" or "GUILD_MEMBER_REMOVE" => GatewayIntents.GuildMembers,
            "GUILD_MEMBER_UPDATE" when (string?)JsonNode.Parse(data)!["user"]?["id"] != bot.ToString() => GatewayIntents.GuildMembers,
            _ when name.StartsWith("MESSAGE_REACTION_", StringComparison.Ordinal) => GatewayIntents.GuildMessageReactions | GatewayIntents.DirectMessageReactions,
            _ when name.StartsWith("MESSAGE_", StringComparison.Ordinal) => GatewayIntents.GuildMessages | GatewayIntents.DirectMessages,
            _ when name.StartsWith("CHANNEL_", StringComparison.Ordinal) || name.StartsWith("THREAD_", StringComparison.Ordinal) => GatewayIntents.Guilds,
            "GUILD_CREATE" or "GUILD_UPDATE" or "GUILD_DELETE" or "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" or "GUILD_ROLE_DELETE" => GatewayIntents.Guilds,
            _ => (GatewayIntents)(-1),
        };
        return (intents & needed) != GatewayIntents.None;
    }

    /// <summary>Empties what people wrote where the session may not read it: all but direct messages, the bot's own and those that mention it.</summary>
    public static string Strip(GatewayIntents intents, Snowflake bot, string name, string data)
    {
        if (intents.HasFlag(GatewayIntents.MessageContent) || name is not ("MESSAGE_CREATE" or "MESSAGE_UPDATE"))
        {
            return data;
        }

        var message = JsonNode.Parse(data)!.AsObject();
        var isBots = (string?)message["author"]?["id"] == bot.ToString();
        var mentionsBot = message["mentions"]?.AsArray().Any(user => (string?)user?["id"] == bot.ToString()) == true;
        if (isBots || mentionsBot || message["guild_id"] is null)
        {
            return data;
        }

        foreach (var field in ContentFields.Where(message.ContainsKey))
        {
            message[field] = field == "content" ? "" : new JsonArray();
        }

        return message.ToJsonString();
    }
}
