namespace EngageBot.Slack.Blocks;

/// <summary>A picture, by an address or as a file uploaded to Slack. <see href="https://docs.slack.dev/reference/block-kit/blocks/image-block"/>.</summary>
public sealed record ImageBlock : Block
{
    /// <summary>At most 3,000 characters; either this or <see cref="SlackFile"/>.</summary>
    public string? ImageUrl { get; init; }

    public SlackFileReference? SlackFile { get; init; }

    /// <summary>What is read out, at most 2,000 characters.</summary>
    public required string AltText { get; init; }

    /// <summary>At most 2,000 characters.</summary>
    public PlainText? Title { get; init; }
}
