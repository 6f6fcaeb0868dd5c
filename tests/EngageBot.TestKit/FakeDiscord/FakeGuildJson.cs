using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>A server as the gateway tells of it when a bot comes.</summary>
internal static class FakeGuildJson
{
    public static JsonObject Whole(FakeWorld world, JsonObject guild)
    {
        var inside = world.Channels.Values.Where(channel => channel.Text("guild_id") == guild.Text("id")).ToLookup(channel => channel["thread_metadata"] is not null);
        return guild.DeepClone().AsObject()
            .With("unavailable", false)
            .With("channels", new JsonArray([.. inside[false].Select(channel => channel.DeepClone())]))
            .With("threads", new JsonArray([.. inside[true].Where(thread => thread["thread_metadata"]!["archived"]!.GetValue<bool>() == false).Select(thread => thread.DeepClone())]))
            .With("members", new JsonArray(world.Members[(guild.Id(), world.BotId)].DeepClone()));
    }
}
