using System.Globalization;
using System.Text.Json.Nodes;
using static EngageBot.TestKit.FakeSlack.FakeSlackMethods;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>What was said: in a channel the newest first, in a thread its head and then the oldest first.</summary>
internal sealed class FakeHistoryMethods(FakeSlackOptions options)
{
    public IEnumerable<FakeSlackMethod> All() =>
    [
        new("conversations.history", Tier3, History) { TakesJson = false, Needs = OfKind("history"), Required = ["channel"], ChannelArgument = "channel" },
        new("conversations.replies", Tier3, Replies) { TakesJson = false, Needs = OfKind("history"), Required = ["channel", "ts"], ChannelArgument = "channel" },
    ];

    private static FakeSlackAnswer? Refusal(FakeSlackCall call)
    {
        var channel = call.Channel()!;
        if (!channel.Members.Contains(call.World.BotUserId))
        {
            return FakeSlackAnswer.Error(IsVisible(call, channel) ? "not_in_channel" : "channel_not_found");
        }

        return new[] { "oldest", "latest" }.FirstOrDefault(name => call.Text(name) is { } text && !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)) is { } wrong
            ? FakeSlackAnswer.Error($"invalid_ts_{wrong}")
            : null;
    }

    private static bool IsBetween(FakeSlackCall call, JsonObject message)
    {
        var ts = Time(message.Text("ts"), 0);
        var (oldest, latest) = (Time(call.Text("oldest"), 0), Time(call.Text("latest"), decimal.MaxValue));
        return call.Flag("inclusive") ? ts >= oldest && ts <= latest : ts > oldest && ts < latest;
    }

    private static decimal Time(string? ts, decimal otherwise) => string.IsNullOrEmpty(ts) || ts == "0" && otherwise > 0 ? otherwise : decimal.Parse(ts, CultureInfo.InvariantCulture);

    /// <summary>Metadata comes only to those who ask for it; of others' messages only with a scope.</summary>
    private static JsonObject Told(FakeSlackCall call, JsonObject message)
    {
        var told = message.Copy();
        if (!call.Flag("include_all_metadata") || (message.Text("bot_id") != call.World.BotId && !call.World.Scopes.Contains("metadata.message:read")))
        {
            told.Remove("metadata");
        }

        return told;
    }

    private FakeSlackAnswer History(FakeSlackCall call)
    {
        if (Refusal(call) is { } refusal)
        {
            return refusal;
        }

        var messages = call.Channel()!.Messages.Values
            .Where(message => message.Text("thread_ts") is not { } thread || thread == message.Text("ts") || message.Text("subtype") == "thread_broadcast")
            .Where(message => IsBetween(call, message))
            .Reverse();
        return Page(call, [.. messages], 100);
    }

    private FakeSlackAnswer Replies(FakeSlackCall call)
    {
        if (Refusal(call) is { } refusal)
        {
            return refusal;
        }

        var all = call.Channel()!.Messages;
        if (!all.TryGetValue(call.Text("ts")!, out var head))
        {
            return FakeSlackAnswer.Error("thread_not_found");
        }

        // The head of the thread comes with every page's first, whatever the times asked for.
        var replies = all.Values.Where(message => message != head && message.Text("thread_ts") == head.Text("ts") && IsBetween(call, message));
        return Page(call, [head, .. replies], 1_000);
    }

    private FakeSlackAnswer Page(FakeSlackCall call, IReadOnlyList<JsonObject> messages, int otherwise)
    {
        var answer = FakeSlackPages.Of(call, messages, "messages", otherwise, options.LongestPage, message => Told(call, message));
        if (answer.Body["messages"] is null)
        {
            return answer;
        }

        var hasMore = FakeSlackPages.HasMore(answer);
        if (!hasMore)
        {
            answer.Body.Remove("response_metadata");
        }

        answer.Body.With("has_more", hasMore).With("pin_count", 0).With("channel_actions_ts", null).With("channel_actions_count", 0);
        return answer;
    }
}
