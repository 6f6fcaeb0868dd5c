using System.Text.Json.Nodes;
using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Members who come, change and go, as Discord tells of it to those who asked for it.</summary>
public static class LiveMembers
{
    public static async Task<Snowflake> JoinAsync(this LiveDiscord discord, Snowflake guild, string name)
    {
        var member = discord.World.AddMember(guild, name);
        discord.Arrived.Add(member);
        await discord.Gateway.DispatchAsync("GUILD_MEMBER_ADD", Tells(discord.World, guild, member).ToJsonString(), guild);
        return member;
    }

    /// <summary>Something is changed about a member: <c>"communication_disabled_until"</c>, <c>"pending"</c>, <c>"nick"</c>.</summary>
    public static Task ChangeAsync(this LiveDiscord discord, Snowflake guild, Snowflake member, string field, JsonNode? value)
    {
        lock (discord.World.Gate)
        {
            discord.World.Members[(guild, member)][field] = value;
        }

        return discord.Gateway.DispatchAsync("GUILD_MEMBER_UPDATE", Tells(discord.World, guild, member).ToJsonString(), guild);
    }

    public static Task LeaveAsync(this LiveDiscord discord, Snowflake guild, Snowflake member)
    {
        JsonObject told;
        lock (discord.World.Gate)
        {
            discord.World.Members.Remove((guild, member), out var gone);
            told = new JsonObject { ["guild_id"] = guild.ToString(), ["user"] = gone!["user"]!.DeepClone() };
        }

        return discord.Gateway.DispatchAsync("GUILD_MEMBER_REMOVE", told.ToJsonString(), guild);
    }

    private static JsonObject Tells(FakeWorld world, Snowflake guild, Snowflake member)
    {
        lock (world.Gate)
        {
            return world.Members[(guild, member)].DeepClone().AsObject().With("guild_id", guild.ToString());
        }
    }
}
