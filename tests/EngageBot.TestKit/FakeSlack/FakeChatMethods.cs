using System.Text.Json.Nodes;
using static EngageBot.TestKit.FakeSlack.FakeSlackMethods;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>What the bot says, changes and takes back.</summary>
internal sealed class FakeChatMethods(FakeSlack slack)
{
    private static readonly string[] Kept = ["blocks", "attachments", "metadata"];

    public IEnumerable<FakeSlackMethod> All() =>
    [
        new("chat.postMessage", Special, Post) { Needs = NeedsToPost, Required = ["channel"] },
        new("chat.postEphemeral", Tier4, PostEphemeral) { Needs = Always("chat:write"), Required = ["channel", "user"], ChannelArgument = "channel" },
        new("chat.update", Tier3, call => Own(call, "cant_update_message", Update)) { Needs = Always("chat:write"), Required = ["channel", "ts"], ChannelArgument = "channel" },
        new("chat.delete", Tier3, call => Own(call, "cant_delete_message", Delete)) { Needs = Always("chat:write"), Required = ["channel", "ts"], ChannelArgument = "channel" },
        new("chat.getPermalink", Special, Permalink) { TakesJson = false, Required = ["channel", "message_ts"], ChannelArgument = "channel" },
    ];

    /// <summary>A message of the bot's, complete but for its thread.</summary>
    public static JsonObject Message(FakeSlackCall call)
    {
        var world = call.World;
        var message = FakeSlackJson.Message(world.BotUserId, call.Text("text") ?? "", world.NewTs(), world.TeamId)
            .With("bot_id", world.BotId)
            .With("app_id", world.AppId)
            .With("bot_profile", new JsonObject
            {
                ["id"] = world.BotId,
                ["app_id"] = world.AppId,
                ["name"] = world.Users[world.BotUserId].Name,
                ["icons"] = new JsonObject(),
                ["deleted"] = false,
                ["updated"] = 1_700_000_000,
                ["team_id"] = world.TeamId,
            });
        Apply(call, message);
        return message;
    }

    /// <summary>Why the bot cannot write to a channel.</summary>
    public static string? Barred(FakeSlackCall call, FakeSlackChannel channel)
    {
        if (channel.IsArchived)
        {
            return "is_archived";
        }

        return channel.Members.Contains(call.World.BotUserId) || (channel.Kind == FakeChannelKind.Public && call.World.Scopes.Contains("chat:write.public")) ? null : "not_in_channel";
    }

    private static void Apply(FakeSlackCall call, JsonObject message)
    {
        foreach (var name in Kept.Where(name => call.Arguments[name] is not null))
        {
            message[name] = call.Json(name)?.DeepClone();
        }

        var number = 0;
        foreach (var block in message["blocks"] as JsonArray ?? [])
        {
            block!["block_id"] ??= $"block-{number++}";
        }
    }

    private static IEnumerable<string> NeedsToPost(FakeSlackCall call) =>
        call.Text("username") is null && call.Text("icon_emoji") is null && call.Text("icon_url") is null ? ["chat:write"] : ["chat:write", "chat:write.customize"];

    private FakeSlackAnswer Post(FakeSlackCall call)
    {
        // A member's id stands for the conversation with them.
        var channel = call.Channel() ?? (call.World.Users.ContainsKey(call.Text("channel")!) ? call.World.Membership.Open([call.Text("channel")!]).Channel : null);
        if (channel is null || !IsVisible(call, channel))
        {
            return FakeSlackAnswer.Error("channel_not_found");
        }

        if (Barred(call, channel) is { } barred)
        {
            return FakeSlackAnswer.Error(barred);
        }

        FakeTextRules.Check(call, slack);
        if (FakeTextRules.Refusal(call) is { } refusal)
        {
            return refusal;
        }

        var thread = call.Text("thread_ts");
        if (thread is not null && channel.Messages.GetValueOrDefault(thread) is not { } parent)
        {
            return FakeSlackAnswer.Error("thread_not_found");
        }

        var above = thread is null ? null : channel.Messages[thread].Text("thread_ts");
        slack.Violations.Expect(above is null || above == thread, $"{call} names a reply, not the head of its thread");
        var message = call.World.Messages.Post(channel, Message(call), above ?? thread, call.Flag("reply_broadcast"));
        return FakeSlackAnswer.Ok(("channel", channel.Id), ("ts", message["ts"]), ("message", message));
    }

    private FakeSlackAnswer PostEphemeral(FakeSlackCall call)
    {
        var (channel, user) = (call.Channel()!, call.Text("user")!);
        if (!IsVisible(call, channel))
        {
            return FakeSlackAnswer.Error("channel_not_found");
        }

        if (Barred(call, channel) is { } barred)
        {
            return FakeSlackAnswer.Error(barred);
        }

        FakeTextRules.Check(call, slack);
        if (FakeTextRules.Refusal(call) is { } refusal)
        {
            return refusal;
        }

        if (!channel.Members.Contains(user))
        {
            return FakeSlackAnswer.Error("user_not_in_channel");
        }

        var message = Message(call).With("is_ephemeral", true);
        call.World.Ephemerals.Add(new FakeEphemeral(channel.Id, user, call.Text("thread_ts") is { } thread ? message.With("thread_ts", thread) : message));
        return FakeSlackAnswer.Ok(("message_ts", message["ts"]));
    }

    private static FakeSlackAnswer Own(FakeSlackCall call, string error, Func<FakeSlackCall, FakeSlackChannel, JsonObject, FakeSlackAnswer> handle)
    {
        var channel = call.Channel()!;
        if (!IsVisible(call, channel) || channel.Messages.GetValueOrDefault(call.Text("ts")!) is not { } message)
        {
            return FakeSlackAnswer.Error(IsVisible(call, channel) ? "message_not_found" : "channel_not_found");
        }

        if (channel.IsArchived)
        {
            return FakeSlackAnswer.Error("is_archived");
        }

        return message.Text("bot_id") == call.World.BotId ? handle(call, channel, message) : FakeSlackAnswer.Error(error);
    }

    private FakeSlackAnswer Update(FakeSlackCall call, FakeSlackChannel channel, JsonObject message)
    {
        FakeTextRules.Check(call, slack);
        if (FakeTextRules.Refusal(call) is { } refusal)
        {
            return refusal;
        }

        call.World.Messages.Edit(channel, message, call.World.BotUserId, edited =>
        {
            // Blocks that are not sent again stay only where text is not sent either.
            if (call.Text("text") is { } text)
            {
                edited["text"] = text;
                edited.Remove("blocks");
            }

            Apply(call, edited);
        });
        return FakeSlackAnswer.Ok(("channel", channel.Id), ("ts", message["ts"]), ("text", message["text"]), ("message", message));
    }

    private static FakeSlackAnswer Delete(FakeSlackCall call, FakeSlackChannel channel, JsonObject message)
    {
        call.World.Messages.Delete(channel, message);
        return FakeSlackAnswer.Ok(("channel", channel.Id), ("ts", call.Text("ts")));
    }

    private static FakeSlackAnswer Permalink(FakeSlackCall call)
    {
        var (channel, ts) = (call.Channel()!, call.Text("message_ts")!);
        if (!IsVisible(call, channel) || channel.Messages.GetValueOrDefault(ts) is not { } message)
        {
            return FakeSlackAnswer.Error(IsVisible(call, channel) ? "message_not_found" : "channel_not_found");
        }

        var query = message.Text("thread_ts") is { } thread && thread != ts ? $"?thread_ts={thread}&cid={channel.Id}" : "";
        var link = $"https://{call.Workspace!.Name}.slack.com/archives/{channel.Id}/p{ts.Replace(".", "", StringComparison.Ordinal)}{query}";
        return FakeSlackAnswer.Ok(("channel", channel.Id), ("permalink", link));
    }
}
