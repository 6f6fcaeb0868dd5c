namespace EngageBot.Slack.Blocks;

/// <summary>An element that says, while it is empty, what belongs there.</summary>
public abstract record PromptedElement(string ActionId) : BlockElement(ActionId)
{
    /// <summary>At most 150 characters.</summary>
    public PlainText? Placeholder { get; init; }
}
