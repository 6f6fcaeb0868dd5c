namespace EngageBot.Slack.Blocks;

/// <summary>
/// A text in Slack's markup. <see href="https://docs.slack.dev/reference/block-kit/composition-objects/text-object"/>.
/// </summary>
public sealed record MrkdwnText(string Text) : TextObject(Text)
{
    public override string Type => "mrkdwn";

    /// <summary>
    /// Slack makes no links or mentions of plain words, addresses and names; those in the markup count as ever. Off is Slack's own default, and then words of
    /// others may become more than words.
    /// </summary>
    public bool Verbatim { get; init; } = true;
}
