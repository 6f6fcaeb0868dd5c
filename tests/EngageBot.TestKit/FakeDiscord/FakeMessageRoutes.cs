using System.Text.Json.Nodes;
using EngageBot.Discord.Models;
using static EngageBot.TestKit.FakeDiscord.FakeRestRoutes;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Messages and reactions.</summary>
internal sealed class FakeMessageRoutes(FakeWorld world, FakeViolations violations)
{
    private static readonly TimeSpan NonceLifetime = TimeSpan.FromMinutes(3);

    private readonly FakeMessageMaker _maker = new(world, violations);
    private readonly Dictionary<(Snowflake Channel, string Nonce), (JsonObject Message, DateTimeOffset At)> _nonces = [];

    public IEnumerable<FakeRestRoute> All() =>
    [
        Get("channels/{channel_id}/messages", Page, Permissions.ReadMessageHistory),
        Post("channels/{channel_id}/messages", Create, Permissions.SendMessages),
        Get("channels/{channel_id}/messages/{message_id}", call => Find(call, FakeRestAnswer.Ok), Permissions.ReadMessageHistory),
        Patch("channels/{channel_id}/messages/{message_id}", call => Find(call, message => Edit(call, message))),
        Delete("channels/{channel_id}/messages/{message_id}", call => Find(call, Remove)),
        Put("channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", call => Find(call, message => React(call, message, "ADD")), Permissions.AddReactions),
        Delete("channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", call => Find(call, message => React(call, message, "REMOVE"))),
    ];

    private FakeRestAnswer Page(FakeRestCall call)
    {
        var messages = world.Messages.GetValueOrDefault(call.Id("channel_id"))?.Values.AsEnumerable() ?? [];
        var limit = int.Parse(call.Query.GetValueOrDefault("limit", "50"));
        var page = call.Query.TryGetValue("after", out var after)
            ? messages.Where(message => message.Id() > Snowflake.Parse(after)).Take(limit)
            : messages.Where(message => !call.Query.TryGetValue("before", out var before) || message.Id() < Snowflake.Parse(before)).TakeLast(limit);
        return FakeRestAnswer.Ok(new JsonArray([.. page.Reverse().Select(message => message.DeepClone())]));
    }

    private FakeRestAnswer Create(FakeRestCall call)
    {
        var channel = world.Channels[call.Id("channel_id")];
        if (Refusal(call, channel) is { } refusal)
        {
            return refusal;
        }

        var body = call.Body!;
        var key = (channel.Id(), body.Text("nonce") ?? "");
        if (body["enforce_nonce"]?.GetValue<bool>() == true && _nonces.TryGetValue(key, out var sent) && world.Now - sent.At < NonceLifetime)
        {
            return FakeRestAnswer.Ok(sent.Message);
        }

        var message = _maker.Create(call, channel.Id(), body);
        _nonces[key] = (message, world.Now);
        world.Put(message);
        Tell("MESSAGE_CREATE", message);
        return FakeRestAnswer.Ok(message);
    }

    private FakeRestAnswer? Refusal(FakeRestCall call, JsonObject channel)
    {
        if (_maker.Refusal(call, call.Body, isNew: true) is { } refusal)
        {
            return refusal;
        }

        if (channel["recipients"]?[0] is { } to && world.ClosesNext is { } next)
        {
            (world.ClosedDMs[to.Id()], world.ClosesNext) = (next, null);
        }

        if (channel["recipients"]?[0] is { } recipient && world.ClosedDMs.TryGetValue(recipient.Id(), out var code))
        {
            return FakeRestAnswer.Error(403, code, "Cannot send messages to this user");
        }

        if (channel["thread_metadata"]?["locked"]?.GetValue<bool>() == true)
        {
            return FakeRestAnswer.Error(400, 160005, "Thread is locked");
        }

        var reference = call.Body?["message_reference"];
        var isGone = reference is not null && world.Messages.GetValueOrDefault(channel.Id())?.ContainsKey(reference.Id("message_id")) != true;
        return isGone && reference!["fail_if_not_exists"]?.GetValue<bool>() != false ? FakeRestAnswer.InvalidForm("message_reference", "Unknown message") : null;
    }

    private FakeRestAnswer Edit(FakeRestCall call, JsonObject message)
    {
        if (message["author"]!.Id() != world.BotId)
        {
            return FakeRestAnswer.Error(403, 50005, "Cannot edit a message authored by another user");
        }

        if (_maker.Refusal(call, call.Body, isNew: false) is { } refusal)
        {
            return refusal;
        }

        _maker.Apply(call, message, call.Body!);
        message["edited_timestamp"] = FakeJson.Time(world.Now);
        Tell("MESSAGE_UPDATE", message);
        return FakeRestAnswer.Ok(message);
    }

    private FakeRestAnswer Remove(JsonObject message)
    {
        var channel = message.Id("channel_id");
        if (message["author"]!.Id() != world.BotId && world.Denied.GetValueOrDefault(channel).HasFlag(Permissions.ManageMessages))
        {
            return FakeRestAnswer.Error(403, 50013, "Missing Permissions");
        }

        world.Messages[channel].Remove(message.Id());
        world.Tell("MESSAGE_DELETE", WithGuild(new JsonObject { ["id"] = message["id"]!.DeepClone(), ["channel_id"] = channel.ToString() }));
        return FakeRestAnswer.NoContent;
    }

    private FakeRestAnswer React(FakeRestCall call, JsonObject message, string verb)
    {
        var key = (message.Id(), call.Values["emoji_name"]);
        var isDone = verb == "ADD" ? world.Reactions.Add(key) : world.Reactions.Remove(key);
        if (isDone)
        {
            world.Tell($"MESSAGE_REACTION_{verb}", WithGuild(new JsonObject
            {
                ["user_id"] = world.BotId.ToString(),
                ["message_id"] = message["id"]!.DeepClone(),
                ["channel_id"] = message["channel_id"]!.DeepClone(),
                ["emoji"] = new JsonObject { ["id"] = null, ["name"] = call.Values["emoji_name"] },
            }));
        }

        return isDone || verb == "ADD" ? FakeRestAnswer.NoContent : FakeRestAnswer.NotFound(10014, "Emoji");
    }

    private FakeRestAnswer Find(FakeRestCall call, Func<JsonObject, FakeRestAnswer> answer) =>
        world.Messages.GetValueOrDefault(call.Id("channel_id"))?.GetValueOrDefault(call.Id("message_id")) is { } message
            ? answer(message)
            : FakeRestAnswer.NotFound(10008, "Message");

    private void Tell(string name, JsonObject message) => world.Tell(name, WithGuild(message.DeepClone().AsObject()));

    private JsonObject WithGuild(JsonObject payload) =>
        world.Channels[payload.Id("channel_id")]["guild_id"] is { } guild ? payload.With("guild_id", guild.DeepClone()) : payload;
}
