namespace EngageBot.Slack.Blocks;

/// <summary>A menu of given options. <see href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#static_select"/>.</summary>
public sealed record StaticSelectElement(string ActionId) : PromptedElement(ActionId)
{
    /// <summary>1 to 100.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>What is chosen at first: exactly one of the options.</summary>
    public Option? InitialOption { get; init; }
}
