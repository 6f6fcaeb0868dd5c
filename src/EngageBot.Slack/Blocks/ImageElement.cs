namespace EngageBot.Slack.Blocks;

/// <summary>A small picture of a <see cref="ContextBlock"/>. <see href="https://docs.slack.dev/reference/block-kit/block-elements/image-element"/>.</summary>
/// <param name="ImageUrl">At most 3,000 characters.</param>
/// <param name="AltText">What is read out, at most 2,000 characters.</param>
public sealed record ImageElement(string ImageUrl, string AltText) : ContextElement
{
    public override string Type => "image";
}
