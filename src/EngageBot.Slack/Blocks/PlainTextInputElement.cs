namespace EngageBot.Slack.Blocks;

/// <summary>A field to write into. <see href="https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element"/>.</summary>
public sealed record PlainTextInputElement(string ActionId) : PromptedElement(ActionId)
{
    public string? InitialValue { get; init; }

    public bool Multiline { get; init; }

    /// <summary>0 to 3,000.</summary>
    public int? MinLength { get; init; }

    /// <summary>1 to 3,000.</summary>
    public int? MaxLength { get; init; }
}
