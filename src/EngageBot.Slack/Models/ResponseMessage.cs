using System.Text.Json.Serialization;
using EngageBot.Slack.Blocks;
using EngageBot.Slack.Validation;

namespace EngageBot.Slack.Models;

/// <summary>
/// An answer to a command or click, with its acknowledgement or by its response url.
/// <see href="https://docs.slack.dev/interactivity/handling-user-interaction#message_responses"/>.
/// </summary>
public sealed record ResponseMessage
{
    /// <summary>In Slack's markup.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>Who sees it; only the one who asked, unless said otherwise.</summary>
    public ResponseType ResponseType { get; init; } = ResponseType.Ephemeral;

    /// <summary>Takes the place of the message that was clicked.</summary>
    public bool ReplaceOriginal { get; init; }

    /// <summary>Takes the message that was clicked away; nothing else is said then.</summary>
    public bool DeleteOriginal { get; init; }

    public Timestamp? ThreadTs { get; init; }

    [JsonInclude]
    internal string Parse { get; } = "none";

    [JsonInclude]
    internal bool LinkNames { get; }

    [JsonInclude]
    internal bool UnfurlLinks { get; }

    [JsonInclude]
    internal bool UnfurlMedia { get; }

    internal void Validate()
    {
        if (!DeleteOriginal)
        {
            MessageRules.Validate(Text ?? "", Blocks ?? [], metadata: null);
        }
    }
}
