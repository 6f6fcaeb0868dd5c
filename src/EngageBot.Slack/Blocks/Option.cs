namespace EngageBot.Slack.Blocks;

/// <summary>Something to choose. <see href="https://docs.slack.dev/reference/block-kit/composition-objects/option-object"/>.</summary>
/// <param name="Text">At most 75 characters; plain in menus.</param>
/// <param name="Value">What the app gets, at most 150 characters.</param>
public sealed record Option(TextObject Text, string Value)
{
    /// <summary>At most 75 characters.</summary>
    public PlainText? Description { get; init; }
}
