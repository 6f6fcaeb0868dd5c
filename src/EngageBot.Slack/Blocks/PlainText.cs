namespace EngageBot.Slack.Blocks;

/// <summary>
/// A text that is shown as it stands. <see href="https://docs.slack.dev/reference/block-kit/composition-objects/text-object"/>.
/// </summary>
public sealed record PlainText(string Text) : TextObject(Text)
{
    public override string Type => "plain_text";

    /// <summary>Emoji by their names in colons become pictures.</summary>
    public bool Emoji { get; init; } = true;
}
