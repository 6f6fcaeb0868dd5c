namespace EngageBot.Slack.Blocks;

/// <summary>Asks back. <see href="https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object"/>.</summary>
/// <param name="Title">At most 100 characters.</param>
/// <param name="Text">At most 300 characters.</param>
/// <param name="Confirm">At most 30 characters, like <paramref name="Deny"/>.</param>
/// <param name="Deny">The way back.</param>
public sealed record ConfirmationDialog(PlainText Title, TextObject Text, PlainText Confirm, PlainText Deny)
{
    public ButtonStyle? Style { get; init; }
}
