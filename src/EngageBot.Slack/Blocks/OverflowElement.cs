namespace EngageBot.Slack.Blocks;

/// <summary>Three dots with up to 5 options behind. <see href="https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element"/>.</summary>
public sealed record OverflowElement(string ActionId) : BlockElement(ActionId)
{
    public required IReadOnlyList<Option> Options { get; init; }
}
