namespace EngageBot.Slack.Blocks;

/// <summary>Text, with something to click beside it. <see href="https://docs.slack.dev/reference/block-kit/blocks/section-block"/>.</summary>
public sealed record SectionBlock : Block
{
    /// <summary>At most 3,000 characters; may be left out where there are fields.</summary>
    public TextObject? Text { get; init; }

    /// <summary>Up to 10 texts of up to 2,000 characters in two columns.</summary>
    public IReadOnlyList<TextObject>? Fields { get; init; }

    public BlockElement? Accessory { get; init; }
}
