using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>What is sent to an app, as Slack documents it: <see href="https://docs.slack.dev/reference/interaction-payloads"/>.</summary>
internal static class FakeSlackPayloads
{
    public static JsonObject Event(FakeWorkspace workspace, JsonObject happened, string eventId) => new()
    {
        ["token"] = "fake-verification",
        ["team_id"] = workspace.TeamId,
        ["context_team_id"] = workspace.TeamId,
        ["context_enterprise_id"] = null,
        ["api_app_id"] = workspace.App.Id,
        ["event"] = happened,
        ["type"] = "event_callback",
        ["event_id"] = eventId,
        ["event_time"] = workspace.World.Now.ToUnixTimeSeconds(),
        ["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = null,
            ["team_id"] = workspace.TeamId,
            ["user_id"] = workspace.BotUserId,
            ["is_bot"] = true,
            ["is_enterprise_install"] = false,
        }),
        ["is_ext_shared_channel"] = false,
        ["event_context"] = $"4-{eventId}",
    };

    public static JsonObject Command(FakeWorkspace workspace, FakeSlackInteraction interaction, string command, string text) => new()
    {
        ["token"] = "fake-verification",
        ["team_id"] = workspace.TeamId,
        ["team_domain"] = workspace.Name,
        ["channel_id"] = interaction.Channel,
        ["channel_name"] = workspace.World.Channels[interaction.Channel!] is { Kind: FakeChannelKind.Im } ? "directmessage" : workspace.World.Channels[interaction.Channel!].Name,
        ["user_id"] = interaction.User,
        ["user_name"] = workspace.World.Users[interaction.User].Name,
        ["command"] = command,
        ["text"] = text,
        ["api_app_id"] = workspace.App.Id,
        ["is_enterprise_install"] = "false",
        ["response_url"] = interaction.ResponseUrl.OriginalString,
        ["trigger_id"] = interaction.TriggerId,
    };

    public static JsonObject Press(FakeWorkspace workspace, FakeSlackInteraction interaction, JsonObject action, JsonObject? message, JsonObject? view)
    {
        var payload = Interaction("block_actions", workspace, interaction);
        var isEphemeral = message?["is_ephemeral"] is not null;
        if (view is not null)
        {
            return payload
                .With("container", new JsonObject { ["type"] = "view", ["view_id"] = view.Text("id") })
                .With("view", view)
                .With("actions", new JsonArray(action));
        }

        payload["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = interaction.Ts,
            ["channel_id"] = interaction.Channel,
            ["is_ephemeral"] = isEphemeral,
        };
        if (message is not null && !isEphemeral)
        {
            payload["message"] = message;
        }

        return payload
            .With("channel", Channel(workspace, interaction))
            .With("state", new JsonObject { ["values"] = new JsonObject() })
            .With("response_url", interaction.ResponseUrl.OriginalString)
            .With("actions", new JsonArray(action));
    }

    public static JsonObject Shortcut(FakeWorkspace workspace, FakeSlackInteraction interaction, string callbackId, JsonObject? message)
    {
        var payload = Interaction(message is null ? "shortcut" : "message_action", workspace, interaction).With("callback_id", callbackId);
        return message is null
            ? payload
            : payload
                .With("message_ts", interaction.Ts)
                .With("message", message)
                .With("channel", Channel(workspace, interaction))
                .With("response_url", interaction.ResponseUrl.OriginalString);
    }

    public static JsonObject View(FakeWorkspace workspace, FakeSlackInteraction interaction, JsonObject view, string type)
    {
        var payload = Interaction(type, workspace, interaction).With("view", view);
        return type == "view_submission" ? payload.With("response_urls", new JsonArray()) : payload.With("is_cleared", false);
    }

    private static JsonObject Channel(FakeWorkspace workspace, FakeSlackInteraction interaction) => new()
    {
        ["id"] = interaction.Channel,
        ["name"] = workspace.World.Channels[interaction.Channel!].Name,
    };

    private static JsonObject Interaction(string type, FakeWorkspace workspace, FakeSlackInteraction interaction) => new()
    {
        ["type"] = type,
        ["user"] = new JsonObject
        {
            ["id"] = interaction.User,
            ["username"] = workspace.World.Users[interaction.User].Name,
            ["name"] = workspace.World.Users[interaction.User].Name,
            ["team_id"] = workspace.TeamId,
        },
        ["api_app_id"] = workspace.App.Id,
        ["token"] = "fake-verification",
        ["trigger_id"] = interaction.TriggerId,
        ["action_ts"] = interaction.Ts ?? "0.0",
        ["team"] = new JsonObject { ["id"] = workspace.TeamId, ["domain"] = workspace.Name },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };
}
