namespace EngageBot.Slack.Blocks;

/// <summary>Buttons and menus in a row, up to 25. <see href="https://docs.slack.dev/reference/block-kit/blocks/actions-block"/>.</summary>
public sealed record ActionsBlock : Block
{
    public required IReadOnlyList<BlockElement> Elements { get; init; }
}
