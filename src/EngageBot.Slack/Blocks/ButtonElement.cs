namespace EngageBot.Slack.Blocks;

/// <summary>A button. <see href="https://docs.slack.dev/reference/block-kit/block-elements/button-element"/>.</summary>
public sealed record ButtonElement(string ActionId) : BlockElement(ActionId)
{
    /// <summary>At most 75 characters.</summary>
    public required PlainText Text { get; init; }

    /// <summary>What the app gets, at most 2,000 characters.</summary>
    public string? Value { get; init; }

    /// <summary>A page it opens, at most 3,000 characters; the app hears of the click all the same.</summary>
    public string? Url { get; init; }

    public ButtonStyle? Style { get; init; }

    /// <summary>What is read out in place of the text, at most 75 characters.</summary>
    public string? AccessibilityLabel { get; init; }
}
