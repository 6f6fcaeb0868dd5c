using System.Text.Json.Nodes;
using EngageBot.Discord.Models;
using static EngageBot.TestKit.FakeDiscord.FakeRestRoutes;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Guilds, channels and conversations.</summary>
internal sealed class FakeChannelRoutes(FakeWorld world)
{
    public IEnumerable<FakeRestRoute> All() =>
    [
        Get("guilds/{guild_id}", call => InGuild(call, FakeRestAnswer.Ok)),
        Get("guilds/{guild_id}/channels", call => InGuild(call, _ => List(call, isThread: false))),
        Get("guilds/{guild_id}/members/{user_id}", call => InGuild(call, _ => Member(call))),
        Get("channels/{channel_id}", call => FakeRestAnswer.Ok(world.Channels[call.Id("channel_id")])),
        Patch("channels/{channel_id}", Modify, Permissions.ManageThreads | Permissions.ManageChannels),
        Post("users/@me/channels", CreateDM),
    ];

    private static bool IsThread(JsonObject channel) => channel["thread_metadata"] is not null;

    private FakeRestAnswer InGuild(FakeRestCall call, Func<JsonObject, FakeRestAnswer> answer) =>
        world.Guilds.TryGetValue(call.Id("guild_id"), out var guild) ? answer(guild) : FakeRestAnswer.NotFound(10004, "Guild");

    private FakeRestAnswer List(FakeRestCall call, bool isThread)
    {
        var channels = world.Channels.Values.Where(channel => channel.Text("guild_id") == call.Values["guild_id"] && IsThread(channel) == isThread);
        return FakeRestAnswer.Ok(new JsonArray([.. channels.Select(channel => channel.DeepClone())]));
    }

    private FakeRestAnswer Member(FakeRestCall call) => world.Members.TryGetValue((call.Id("guild_id"), call.Id("user_id")), out var member)
        ? FakeRestAnswer.Ok(member)
        : FakeRestAnswer.NotFound(10007, "Member");

    private FakeRestAnswer Modify(FakeRestCall call)
    {
        var channel = world.Channels[call.Id("channel_id")];
        foreach (var (name, value) in call.Body!.AsObject())
        {
            if (name is "archived" or "locked" or "invitable" or "auto_archive_duration")
            {
                channel["thread_metadata"]![name] = value!.DeepClone();
            }
            else
            {
                channel[name] = name == "available_tags" ? Tags(value!.AsArray()) : value!.DeepClone();
            }
        }

        if (call.Body["archived"]?.GetValue<bool>() == true)
        {
            channel["thread_metadata"]!["archive_timestamp"] = FakeJson.Time(world.Now);
        }

        world.Tell(IsThread(channel) ? "THREAD_UPDATE" : "CHANNEL_UPDATE", channel);
        return FakeRestAnswer.Ok(channel);
    }

    private JsonArray Tags(JsonArray asked) => new([.. asked.Select(tag => tag!.DeepClone().AsObject()
        .With("id", tag["id"]?.ToString() ?? world.NewId().ToString())
        .With("emoji_id", tag["emoji_id"])
        .With("emoji_name", tag["emoji_name"]))]);

    private FakeRestAnswer CreateDM(FakeRestCall call)
    {
        var recipient = call.Body!.Id("recipient_id");
        if (!world.Users.TryGetValue(recipient, out var user))
        {
            return FakeRestAnswer.NotFound(10013, "User");
        }

        var channel = world.Channels.Values.FirstOrDefault(channel => channel["recipients"] is JsonArray { Count: 1 } users && users[0]!.Id() == recipient);
        if (channel is null)
        {
            channel = FakeJson.DM(world.NewId(), user);
            world.Channels[channel.Id()] = channel;
        }

        return FakeRestAnswer.Ok(channel);
    }
}
