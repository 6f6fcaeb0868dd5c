namespace EngageBot.Slack.Blocks;

/// <summary>A headline of at most 150 characters. <see href="https://docs.slack.dev/reference/block-kit/blocks/header-block"/>.</summary>
public sealed record HeaderBlock : Block
{
    public required PlainText Text { get; init; }
}
