using EngageBot.Slack.Blocks;
using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi;

/// <summary>
/// A message to be sent. What is not asked for does not happen: no previews, no links or mentions made of plain words.
/// <see href="https://docs.slack.dev/reference/methods/chat.postMessage"/>.
/// </summary>
public sealed record MessageProperties
{
    /// <summary>
    /// In Slack's markup; words of others go through <see cref="Slack.Text.Mrkdwn.Harmless"/>. With blocks it is what notifications show and screen readers
    /// read.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>Up to 50.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>What the app wants to know the message by. Not for ephemeral ones.</summary>
    public MessageMetadata? Metadata { get; init; }

    /// <summary>The message on whose thread it hangs.</summary>
    public Timestamp? ThreadTs { get; init; }

    /// <summary>A reply is shown in the channel too.</summary>
    public bool ReplyBroadcast { get; init; }

    /// <summary>Slack shows a preview of linked pages, for which it fetches them.</summary>
    public bool UnfurlLinks { get; init; }

    /// <summary>The same for pictures, films and sounds.</summary>
    public bool UnfurlMedia { get; init; }
}
