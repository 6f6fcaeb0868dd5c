using EngageBot.Slack.Blocks;
using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi.Wire;

/// <summary>What the methods of <c>chat</c> take; each takes its own few of these.</summary>
internal sealed record MessageArguments(string Channel)
{
    public string? User { get; init; }

    public Timestamp? Ts { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<Block>? Blocks { get; init; }

    public MessageMetadata? Metadata { get; init; }

    public Timestamp? ThreadTs { get; init; }

    public bool? ReplyBroadcast { get; init; }

    public bool? UnfurlLinks { get; init; }

    public bool? UnfurlMedia { get; init; }

    public string? Parse { get; init; }

    public bool? LinkNames { get; init; }
}
