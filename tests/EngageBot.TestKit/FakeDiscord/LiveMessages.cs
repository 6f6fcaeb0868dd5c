using System.Text.Json.Nodes;
using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>What becomes of messages, as Discord tells of it.</summary>
public static class LiveMessages
{
    /// <summary>Its author writes something else.</summary>
    public static Task EditAsync(this LiveDiscord discord, Snowflake channel, Snowflake message, string text)
    {
        var world = discord.World;
        JsonObject told;
        Snowflake guild;
        lock (world.Gate)
        {
            guild = world.Channels[channel].Id("guild_id");
            var found = world.Messages[channel][message].With("content", text).With("edited_timestamp", FakeJson.Time(world.Now));
            told = found.DeepClone().AsObject().With("guild_id", guild.ToString());
        }

        return discord.Gateway.DispatchAsync("MESSAGE_UPDATE", told.ToJsonString(), guild);
    }

    /// <summary>Somebody who may takes it away.</summary>
    public static Task DeleteAsync(this LiveDiscord discord, Snowflake channel, Snowflake message)
    {
        var world = discord.World;
        Snowflake guild;
        lock (world.Gate)
        {
            guild = world.Channels[channel].Id("guild_id");
            world.Messages[channel].Remove(message);
        }

        var told = new JsonObject { ["id"] = message.ToString(), ["channel_id"] = channel.ToString(), ["guild_id"] = guild.ToString() };
        return discord.Gateway.DispatchAsync("MESSAGE_DELETE", told.ToJsonString(), guild);
    }
}
