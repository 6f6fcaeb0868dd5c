using EngageBot.Slack.Blocks;
using EngageBot.Slack.Models;

namespace EngageBot.Slack.Validation;

/// <summary>What Slack takes as a message. <see href="https://docs.slack.dev/reference/methods/chat.postMessage"/>.</summary>
internal static class MessageRules
{
    public static void Validate(string text, IReadOnlyList<Block> blocks, MessageMetadata? metadata)
    {
        Check.That(text.Length > 0 || blocks.Count > 0, "A message has neither a text nor blocks.");
        Check.AtMost(SlackLimits.Text, text, "The text of a message");
        BlockRules.Validate(blocks, SlackLimits.BlocksPerMessage);
        Check.That(metadata is null || metadata.EventType.Length > 0, "Metadata needs a type.");
        Check.That(metadata is null || metadata.EventPayload.ValueKind == System.Text.Json.JsonValueKind.Object, "Metadata is an object.");
    }
}
