namespace EngageBot.Slack.Blocks;

/// <summary>Boxes to tick, up to 10. <see href="https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element"/>.</summary>
public sealed record CheckboxesElement(string ActionId) : BlockElement(ActionId)
{
    /// <summary>1 to 10.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>What is chosen at first.</summary>
    public IReadOnlyList<Option>? InitialOptions { get; init; }
}
