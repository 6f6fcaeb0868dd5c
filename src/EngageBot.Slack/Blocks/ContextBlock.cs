namespace EngageBot.Slack.Blocks;

/// <summary>Small texts and pictures, up to 10. <see href="https://docs.slack.dev/reference/block-kit/blocks/context-block"/>.</summary>
public sealed record ContextBlock : Block
{
    public required IReadOnlyList<ContextElement> Elements { get; init; }
}
