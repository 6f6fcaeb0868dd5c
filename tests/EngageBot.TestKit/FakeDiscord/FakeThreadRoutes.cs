using System.Text.Json.Nodes;
using EngageBot.Discord.Models;
using static EngageBot.TestKit.FakeDiscord.FakeRestRoutes;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Threads, posts and who is in them.</summary>
internal sealed class FakeThreadRoutes(FakeWorld world, FakeViolations violations)
{
    private readonly FakeMessageMaker _maker = new(world, violations);

    public IEnumerable<FakeRestRoute> All() =>
    [
        Post("channels/{channel_id}/messages/{message_id}/threads", FromMessage, Permissions.CreatePublicThreads),
        Post("channels/{channel_id}/threads", Start, Permissions.CreatePrivateThreads | Permissions.CreatePublicThreads),
        Put("channels/{channel_id}/thread-members/{user_id}", AddMember, Permissions.SendMessagesInThreads),
        Get("channels/{channel_id}/thread-members/{user_id}", Member),
        Get("channels/{channel_id}/thread-members", call => FakeRestAnswer.Ok(new JsonArray([.. Members(call.Id("channel_id"))]))),
        Get("channels/{channel_id}/threads/archived/public", call => Archived(call, ChannelType.PublicThread), Permissions.ReadMessageHistory),
        Get("channels/{channel_id}/threads/archived/private", call => Archived(call, ChannelType.PrivateThread), Permissions.ReadMessageHistory | Permissions.ManageThreads),
        Get("guilds/{guild_id}/threads/active", Active),
    ];

    private static bool IsArchived(JsonObject thread) => thread["thread_metadata"]!["archived"]!.GetValue<bool>();

    private FakeRestAnswer FromMessage(FakeRestCall call)
    {
        var (channel, message) = (call.Id("channel_id"), call.Id("message_id"));
        if (world.Messages.GetValueOrDefault(channel)?.ContainsKey(message) != true)
        {
            return FakeRestAnswer.NotFound(10008, "Message");
        }

        return world.Channels.ContainsKey(message)
            ? FakeRestAnswer.Error(400, 160004, "A thread has already been created for this message")
            : Made(call, world.AddThread(channel, call.Body.Text("name")!, world.BotId, ChannelType.PublicThread, message));
    }

    private FakeRestAnswer Start(FakeRestCall call)
    {
        var channel = world.Channels[call.Id("channel_id")];
        if ((ChannelType)channel["type"]!.GetValue<int>() is not (ChannelType.GuildForum or ChannelType.GuildMedia))
        {
            var type = (ChannelType)(call.Body!["type"]?.GetValue<int>() ?? (int)ChannelType.PrivateThread);
            return Made(call, world.AddThread(channel.Id(), call.Body.Text("name")!, world.BotId, type));
        }

        if (_maker.Refusal(call, call.Body!["message"], isNew: true) is { } refusal)
        {
            return refusal;
        }

        var tags = (channel["available_tags"] as JsonArray ?? []).Select(tag => tag.Text("id"));
        if ((call.Body["applied_tags"] as JsonArray ?? []).Any(tag => !tags.Contains(tag!.ToString())))
        {
            return FakeRestAnswer.InvalidForm("applied_tags", "Unknown tag");
        }

        var post = world.AddThread(channel.Id(), call.Body.Text("name")!, world.BotId);
        var message = _maker.Create(call, post, call.Body["message"]!, post);
        world.Put(message);
        var answer = Made(call, post);
        world.Tell("MESSAGE_CREATE", message.DeepClone().AsObject().With("guild_id", channel["guild_id"]!.DeepClone()));
        return answer;
    }

    private FakeRestAnswer Made(FakeRestCall call, Snowflake id)
    {
        var thread = world.Channels[id];
        thread["thread_metadata"]!["auto_archive_duration"] = call.Body!["auto_archive_duration"]?.DeepClone() ?? 1_440;
        if (call.Body["applied_tags"] is { } tags)
        {
            thread["applied_tags"] = tags.DeepClone();
        }

        world.Tell("THREAD_CREATE", thread.DeepClone().AsObject().With("newly_created", true));
        return FakeRestAnswer.Created(thread);
    }

    private FakeRestAnswer AddMember(FakeRestCall call)
    {
        var (thread, user) = (call.Id("channel_id"), call.Id("user_id"));
        if (!world.Users.ContainsKey(user))
        {
            return FakeRestAnswer.NotFound(10013, "User");
        }

        world.ThreadMembers[(thread, user)] = FakeJson.ThreadMember(thread, user, world.Now);
        world.Channels[thread]["member_count"] = Members(thread).Count();
        return FakeRestAnswer.NoContent;
    }

    private FakeRestAnswer Member(FakeRestCall call) => world.ThreadMembers.TryGetValue((call.Id("channel_id"), call.Id("user_id")), out var member)
        ? FakeRestAnswer.Ok(member)
        : FakeRestAnswer.NotFound(10007, "Member");

    private IEnumerable<JsonNode> Members(Snowflake thread) =>
        world.ThreadMembers.Where(member => member.Key.Thread == thread).Select(member => member.Value.DeepClone());

    private FakeRestAnswer Archived(FakeRestCall call, ChannelType type)
    {
        var before = call.Query.TryGetValue("before", out var asked) ? DateTimeOffset.Parse(asked) : DateTimeOffset.MaxValue;
        var limit = int.Parse(call.Query.GetValueOrDefault("limit", "50"));
        var found = world.Channels.Values
            .Where(channel => channel.Text("parent_id") == call.Values["channel_id"] && channel["type"]!.GetValue<int>() == (int)type && IsArchived(channel) && ArchivedAt(channel) < before)
            .OrderByDescending(ArchivedAt)
            .ToList();
        return List(found.Take(limit), hasMore: found.Count > limit);
    }

    private static DateTimeOffset ArchivedAt(JsonObject thread) => DateTimeOffset.Parse(thread["thread_metadata"].Text("archive_timestamp")!);

    private FakeRestAnswer Active(FakeRestCall call) => world.Guilds.ContainsKey(call.Id("guild_id"))
        ? List(world.Channels.Values.Where(channel =>
            channel.Text("guild_id") == call.Values["guild_id"] && channel["thread_metadata"] is not null && !IsArchived(channel)))
        : FakeRestAnswer.NotFound(10004, "Guild");

    private FakeRestAnswer List(IEnumerable<JsonObject> threads, bool hasMore = false)
    {
        var found = threads.Select(thread => thread.DeepClone()).ToList();
        var own = found.Select(thread => world.ThreadMembers.GetValueOrDefault((thread.Id(), world.BotId))).OfType<JsonObject>();
        return FakeRestAnswer.Ok(new JsonObject
        {
            ["members"] = new JsonArray([.. own.Select(member => member.DeepClone())]),
            ["threads"] = new JsonArray([.. found]),
            ["has_more"] = hasMore,
        });
    }
}
