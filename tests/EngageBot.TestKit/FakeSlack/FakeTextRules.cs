using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>What may stand in what the bot says: nothing that calls a whole channel, unless a test allows it.</summary>
internal static partial class FakeTextRules
{
    public const int LongestText = 40_000;

    /// <summary>Notes text of the bot's that would notify everybody.</summary>
    public static void Check(FakeSlackCall call, FakeSlack slack) =>
        Check(call.Method, slack, [call.Text("text") ?? "", .. FakeBlockRules.Spoken(call.Json("blocks"))], call.Text("parse") == "full" || call.Flag("link_names"));

    public static void Check(string method, FakeSlack slack, IEnumerable<string> texts, bool findsNames = false)
    {
        if (slack.AllowsBroadcasts)
        {
            return;
        }

        foreach (var text in texts)
        {
            slack.Violations.Expect(!Broadcast().IsMatch(text), $"{method} calls a whole channel or group");
            slack.Violations.Expect(!findsNames || !Name().IsMatch(text), $"{method} lets Slack find names in its text");
        }
    }

    /// <summary>What is wrong with what a message is to say.</summary>
    public static FakeSlackAnswer? Refusal(FakeSlackCall call, bool isNew = true)
    {
        var problems = call.Arguments["blocks"] is null ? [] : FakeBlockRules.OfMessage(call.Json("blocks"));
        if (problems.Count > 0)
        {
            return FakeSlackAnswer.Error(call.Json("blocks") is JsonArray ? "invalid_blocks" : "invalid_blocks_format", problems.Select(problem => $"[ERROR] {problem}"));
        }

        if (call.Json("blocks") is JsonArray blocks && blocks.Any(block => block.Text("type") == "image" && block!["slack_file"] is { } named && !IsShowable(call.World, named.Text("id"))))
        {
            return FakeSlackAnswer.Error("invalid_blocks", ["[ERROR] invalid slack file [json-pointer:/blocks/1/slack_file]"]);
        }

        if (call.Text("text")?.Length > LongestText)
        {
            return FakeSlackAnswer.Error("msg_too_long");
        }

        if (isNew && string.IsNullOrEmpty(call.Text("text")) && call.Json("blocks") is not JsonArray { Count: > 0 } && call.Json("attachments") is not JsonArray { Count: > 0 })
        {
            return FakeSlackAnswer.Error("no_text");
        }

        return call.Arguments["metadata"] is not null && !IsMetadata(call.Json("metadata")) ? FakeSlackAnswer.Error("invalid_metadata_format") : null;
    }

    /// <summary>A picture that arrived whole, and was looked through.</summary>
    private static bool IsShowable(FakeSlackWorld world, string? file) =>
        world.Files.GetValueOrDefault(file ?? "") is { IsComplete: true, Data: [0x89, (byte)'P', (byte)'N', (byte)'G', ..] } known && known.ReadyAt <= world.Now;

    private static bool IsMetadata(JsonNode? metadata) => metadata.Text("event_type") is { Length: > 0 and <= 255 } && metadata!["event_payload"] is JsonObject;

    [GeneratedRegex(@"<!(channel|here|everyone|group|subteam\^)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Broadcast();

    [GeneratedRegex(@"@(channel|here|everyone)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Name();
}
