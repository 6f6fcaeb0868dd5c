namespace EngageBot.Slack.Blocks;

/// <summary>A time of the day. <see href="https://docs.slack.dev/reference/block-kit/block-elements/time-picker-element"/>.</summary>
public sealed record TimePickerElement(string ActionId) : PromptedElement(ActionId)
{
    /// <summary>Hours and minutes, <c>HH:mm</c>.</summary>
    public string? InitialTime { get; init; }
}
