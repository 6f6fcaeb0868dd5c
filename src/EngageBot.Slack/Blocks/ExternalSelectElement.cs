namespace EngageBot.Slack.Blocks;

/// <summary>A menu whose options the app gives as somebody types. <see href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select"/>.</summary>
public sealed record ExternalSelectElement(string ActionId) : PromptedElement(ActionId)
{
    /// <summary>Letters to be typed before the app is asked.</summary>
    public int? MinQueryLength { get; init; }

    /// <summary>What is chosen at first: exactly one of the options.</summary>
    public Option? InitialOption { get; init; }
}
