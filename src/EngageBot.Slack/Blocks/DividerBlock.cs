namespace EngageBot.Slack.Blocks;

/// <summary>A line. <see href="https://docs.slack.dev/reference/block-kit/blocks/divider-block"/>.</summary>
public sealed record DividerBlock : Block;
