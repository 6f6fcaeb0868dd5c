namespace EngageBot.Slack.Blocks;

/// <summary>A field of a form. <see href="https://docs.slack.dev/reference/block-kit/blocks/input-block"/>.</summary>
public sealed record InputBlock : Block
{
    /// <summary>At most 2,000 characters.</summary>
    public required PlainText Label { get; init; }

    public required BlockElement Element { get; init; }

    /// <summary>Small print below, at most 2,000 characters.</summary>
    public PlainText? Hint { get; init; }

    /// <summary>May be left empty.</summary>
    public bool Optional { get; init; }
}
