using System.Text.Json.Nodes;
using static EngageBot.TestKit.FakeSlack.FakeSlackMethods;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>The bot's reactions.</summary>
internal static class FakeReactionMethods
{
    public static IEnumerable<FakeSlackMethod> All() =>
    [
        new("reactions.add", Tier3, call => Find(call, (channel, message) => Add(call, channel, message)))
        {
            Needs = Always("reactions:write"),
            Required = ["channel", "timestamp", "name"],
            ChannelArgument = "channel",
        },
        new("reactions.remove", Tier2, call => Find(call, (channel, message) => Remove(call, channel, message)))
        {
            Needs = Always("reactions:write"),
            Required = ["channel", "timestamp", "name"],
            ChannelArgument = "channel",
        },
        new("reactions.get", Tier3, call => Find(call, (channel, message) => FakeSlackAnswer.Ok(("type", "message"), ("channel", channel.Id), ("message", message))))
        {
            TakesJson = false,
            Needs = Always("reactions:read"),
            Required = ["channel", "timestamp"],
            ChannelArgument = "channel",
        },
    ];

    private static FakeSlackAnswer Add(FakeSlackCall call, FakeSlackChannel channel, JsonObject message)
    {
        if (channel.IsArchived || !channel.Members.Contains(call.World.BotUserId))
        {
            return FakeSlackAnswer.Error(channel.IsArchived ? "is_archived" : "not_in_channel");
        }

        if (!call.Text("name")!.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '+' or ':'))
        {
            return FakeSlackAnswer.Error("invalid_name");
        }

        return call.World.Messages.React(channel, message, call.World.BotUserId, call.Text("name")!) ? FakeSlackAnswer.Ok() : FakeSlackAnswer.Error("already_reacted");
    }

    private static FakeSlackAnswer Remove(FakeSlackCall call, FakeSlackChannel channel, JsonObject message) =>
        call.World.Messages.Unreact(channel, message, call.World.BotUserId, call.Text("name")!) ? FakeSlackAnswer.Ok() : FakeSlackAnswer.Error("no_reaction");

    private static FakeSlackAnswer Find(FakeSlackCall call, Func<FakeSlackChannel, JsonObject, FakeSlackAnswer> handle)
    {
        var channel = call.Channel()!;
        if (!IsVisible(call, channel))
        {
            return FakeSlackAnswer.Error("channel_not_found");
        }

        return channel.Messages.TryGetValue(call.Text("timestamp")!, out var message) ? handle(channel, message) : FakeSlackAnswer.Error("message_not_found");
    }
}
