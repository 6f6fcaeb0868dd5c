namespace EngageBot.Slack.Blocks;

/// <summary>A menu of given options of which several may be chosen. <see href="https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#static_multi_select"/>.</summary>
public sealed record MultiStaticSelectElement(string ActionId) : PromptedElement(ActionId)
{
    /// <summary>1 to 100.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>What is chosen at first.</summary>
    public IReadOnlyList<Option>? InitialOptions { get; init; }

    public int? MaxSelectedItems { get; init; }
}
