using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>What scopes allow. <see href="https://docs.slack.dev/reference/scopes"/>.</summary>
internal static class FakeSlackScopes
{
    public static readonly IReadOnlyList<string> All =
    [
        "channels:history", "channels:join", "channels:read", "chat:write", "chat:write.customize", "chat:write.public", "commands", "dnd:read", "files:read",
        "files:write", "groups:history", "groups:read", "im:history", "im:read", "im:write", "metadata.message:read", "mpim:history", "mpim:read", "mpim:write",
        "reactions:read", "reactions:write", "team:read", "usergroups:read", "users:read",
    ];

    /// <summary>Whether the app hears of this.</summary>
    public static bool Hear(FakeSlackWorld world, JsonObject happened)
    {
        var type = happened.Text("type")!;
        var id = happened.Text("channel") ?? happened["item"].Text("channel");
        var channel = world.Channels.GetValueOrDefault(happened["channel"] is JsonObject named ? named.Text("id")! : id ?? "");
        var isInside = channel?.Members.Contains(world.BotUserId) == true;
        return type switch
        {
            "message" => isInside && world.Scopes.Contains($"{channel!.ScopeName}:history"),
            "reaction_added" or "reaction_removed" => isInside && world.Scopes.Contains("reactions:read"),
            "member_joined_channel" or "member_left_channel" => isInside && world.Scopes.Contains($"{channel!.ScopeName}:read"),
            _ when type.StartsWith("subteam_", StringComparison.Ordinal) => world.Scopes.Contains("usergroups:read"),
            "team_join" or "user_change" => world.Scopes.Contains("users:read"),
            _ when type.StartsWith("channel_", StringComparison.Ordinal) => world.Scopes.Contains("channels:read"),
            _ when type.StartsWith("group_", StringComparison.Ordinal) => isInside && world.Scopes.Contains("groups:read"),
            _ => true,
        };
    }
}
