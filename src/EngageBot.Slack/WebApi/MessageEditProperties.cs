using EngageBot.Slack.Blocks;
using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi;

/// <summary>What a message becomes. <see href="https://docs.slack.dev/reference/methods/chat.update"/>.</summary>
public sealed record MessageEditProperties
{
    /// <summary>In Slack's markup.</summary>
    public required string Text { get; init; }

    /// <summary>All of them: those that were there before go.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>None leaves it as it is.</summary>
    public MessageMetadata? Metadata { get; init; }
}
