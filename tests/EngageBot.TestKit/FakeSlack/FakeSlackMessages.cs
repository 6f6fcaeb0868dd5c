using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>
/// Messages and what becomes of them, whoever does it. The events are those of <see href="https://docs.slack.dev/reference/events/message"/>.
/// </summary>
internal sealed class FakeSlackMessages(FakeSlackWorld world)
{
    /// <summary>What a parent says of its thread.</summary>
    private static readonly string[] OfThreads = ["reply_count", "reply_users_count", "latest_reply", "reply_users", "is_locked", "subscribed"];

    /// <summary>Adds a message that is complete but for its thread.</summary>
    public JsonObject Post(FakeSlackChannel channel, JsonObject message, string? thread, bool isBroadcast = false)
    {
        var ts = message.Text("ts")!;
        if (thread is not null && channel.Messages.TryGetValue(thread, out var parent))
        {
            message["thread_ts"] = thread;
            message["parent_user_id"] = parent.Text("user");
            if (isBroadcast)
            {
                message["subtype"] = "thread_broadcast";
                message["root"] = parent.Copy();
            }
        }

        channel.Messages[ts] = message;
        Recount(channel, thread);
        world.Tell(Happened(channel, message, ts));
        return message;
    }

    public void Edit(FakeSlackChannel channel, JsonObject message, string by, Action<JsonObject> change)
    {
        var before = message.Copy();
        change(message);
        var ts = world.NewTs();
        message["edited"] = new JsonObject { ["user"] = by, ["ts"] = ts };
        world.Tell(Changed(channel, message, before, ts));
    }

    /// <summary>A parent with replies leaves a stone behind.</summary>
    public void Delete(FakeSlackChannel channel, JsonObject message)
    {
        var (at, ts) = (world.NewTs(), message.Text("ts")!);
        if (message["reply_count"] is not null)
        {
            var before = message.Copy();
            foreach (var name in new[] { "blocks", "attachments", "files", "reactions", "metadata", "edited", "bot_id", "app_id", "bot_profile", "client_msg_id" })
            {
                message.Remove(name);
            }

            message.With("subtype", "tombstone").With("text", "This message was deleted.").With("user", "USLACKBOT").With("hidden", true);
            world.Tell(Changed(channel, message, before, at));
            return;
        }

        channel.Messages.Remove(ts);
        Recount(channel, message.Text("thread_ts"));
        world.Tell(new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = "message_deleted",
            ["hidden"] = true,
            ["channel"] = channel.Id,
            ["ts"] = at,
            ["deleted_ts"] = ts,
            ["event_ts"] = at,
            ["previous_message"] = WithoutMetadata(message),
            ["channel_type"] = channel.EventType,
        });
    }

    /// <summary>Whether it was not there before.</summary>
    public bool React(FakeSlackChannel channel, JsonObject message, string user, string name)
    {
        var reactions = message["reactions"] as JsonArray ?? [];
        var reaction = reactions.FirstOrDefault(known => known.Text("name") == name)?.AsObject();
        if (reaction?["users"]!.AsArray().Any(known => known!.ToString() == user) == true)
        {
            return false;
        }

        if (reaction is null)
        {
            reaction = new JsonObject { ["name"] = name, ["users"] = new JsonArray(), ["count"] = 0 };
            reactions.Add(reaction);
            message.With("reactions", reactions);
        }

        Find(message, name)!["users"]!.AsArray().Add(user);
        Count(message, name);
        Tell("reaction_added", channel, message, user, name);
        return true;
    }

    /// <summary>Whether it was there.</summary>
    public bool Unreact(FakeSlackChannel channel, JsonObject message, string user, string name)
    {
        var users = Find(message, name)?["users"]!.AsArray();
        if (users?.FirstOrDefault(known => known!.ToString() == user) is not { } found)
        {
            return false;
        }

        users.Remove(found);
        Count(message, name);
        Tell("reaction_removed", channel, message, user, name);
        return true;
    }

    private static JsonObject? Find(JsonObject message, string name) =>
        (message["reactions"] as JsonArray)?.FirstOrDefault(known => known.Text("name") == name)?.AsObject();

    private static void Count(JsonObject message, string name)
    {
        var reaction = Find(message, name)!;
        reaction["count"] = reaction["users"]!.AsArray().Count;
        if (reaction["users"]!.AsArray().Count == 0)
        {
            message["reactions"]!.AsArray().Remove(reaction);
        }

        if (message["reactions"]!.AsArray().Count == 0)
        {
            message.Remove("reactions");
        }
    }

    private static JsonObject WithoutMetadata(JsonObject message)
    {
        var copy = message.Copy();
        copy.Remove("metadata");
        return copy;
    }

    private static JsonObject Happened(FakeSlackChannel channel, JsonObject message, string ts) =>
        WithoutMetadata(message).With("channel", channel.Id).With("event_ts", ts).With("channel_type", channel.EventType);

    private static JsonObject Changed(FakeSlackChannel channel, JsonObject message, JsonObject before, string ts) => new()
    {
        ["type"] = "message",
        ["subtype"] = "message_changed",
        ["hidden"] = true,
        ["channel"] = channel.Id,
        ["ts"] = ts,
        ["message"] = WithoutMetadata(message),
        ["previous_message"] = WithoutMetadata(before),
        ["event_ts"] = ts,
        ["channel_type"] = channel.EventType,
    };

    private static void Recount(FakeSlackChannel channel, string? thread)
    {
        if (thread is null || !channel.Messages.TryGetValue(thread, out var parent))
        {
            return;
        }

        foreach (var name in OfThreads)
        {
            parent.Remove(name);
        }

        var replies = channel.Messages.Values.Where(message => message.Text("thread_ts") == thread && message.Text("ts") != thread).ToList();
        if (replies.Count == 0)
        {
            parent.Remove("thread_ts");
            return;
        }

        var users = replies.Select(reply => reply.Text("user") ?? reply.Text("bot_id")!).Distinct(StringComparer.Ordinal).ToList();
        parent.With("thread_ts", thread)
            .With("reply_count", replies.Count)
            .With("reply_users_count", users.Count)
            .With("latest_reply", replies[^1].Text("ts"))
            .With("reply_users", new JsonArray([.. users.Select(user => JsonValue.Create(user))]))
            .With("is_locked", false)
            .With("subscribed", false);
    }

    private void Tell(string type, FakeSlackChannel channel, JsonObject message, string user, string name) => world.Tell(new JsonObject
    {
        ["type"] = type,
        ["user"] = user,
        ["reaction"] = name,
        ["item"] = new JsonObject { ["type"] = "message", ["channel"] = channel.Id, ["ts"] = message.Text("ts") },
        ["item_user"] = message.Text("user"),
        ["event_ts"] = world.NewTs(),
    });
}
