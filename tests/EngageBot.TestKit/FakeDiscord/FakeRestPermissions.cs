using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>What the bot may not do, as Discord says it.</summary>
internal static class FakeRestPermissions
{
    public static FakeRestAnswer? Refusal(FakeWorld world, FakeRestRoute route, FakeRestCall call)
    {
        if (!call.Values.ContainsKey("channel_id"))
        {
            return null;
        }

        if (!world.Channels.TryGetValue(call.Id("channel_id"), out var channel))
        {
            return FakeRestAnswer.NotFound(10003, "Channel");
        }

        var denied = Denied(world, channel.Id()) | (channel.Text("parent_id") is { } parent ? Denied(world, Snowflake.Parse(parent)) : Permissions.None);
        if (denied.HasFlag(Permissions.ViewChannel))
        {
            return FakeRestAnswer.Error(403, 50001, "Missing Access");
        }

        return (denied & route.Needs) != Permissions.None ? FakeRestAnswer.Error(403, 50013, "Missing Permissions") : null;
    }

    private static Permissions Denied(FakeWorld world, Snowflake channel) => world.Denied.GetValueOrDefault(channel);
}
