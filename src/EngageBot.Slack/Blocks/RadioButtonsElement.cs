namespace EngageBot.Slack.Blocks;

/// <summary>One of up to 10. <see href="https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element"/>.</summary>
public sealed record RadioButtonsElement(string ActionId) : BlockElement(ActionId)
{
    /// <summary>1 to 10.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>What is chosen at first: exactly one of the options.</summary>
    public Option? InitialOption { get; init; }
}
