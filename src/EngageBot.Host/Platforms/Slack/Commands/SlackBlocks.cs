using EngageBot.Chat;
using EngageBot.Slack;
using EngageBot.Slack.Blocks;

namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>Text and buttons as Slack's blocks.</summary>
internal static class SlackBlocks
{
    /// <summary>Characters before they are escaped: more than the bot ever says to one member.</summary>
    public const int LongestText = 12_000;

    /// <summary>Escaped, each character may become five, and some are followed by one that is not seen.</summary>
    private const int Piece = SlackLimits.BlockText / 6;

    private const int ButtonsOfARow = 5;

    /// <param name="own">Where the workspace is on the web.</param>
    public static IReadOnlyList<Block> Of(string text, IReadOnlyList<MessageButton> buttons, Uri? own) =>
    [
        .. Pieces(text.Length <= LongestText ? text : text[..LongestText]).Select(piece => new SectionBlock { Text = new MrkdwnText(SlackMessageText.Escape(piece, own)) }),
        .. buttons.Chunk(ButtonsOfARow).Select(row => new ActionsBlock { Elements = [.. row.Select(Button)] }),
    ];

    private static ButtonElement Button(MessageButton button) => new(button.Id.ToString())
    {
        Text = new PlainText(button.Label.Length <= SlackLimits.ButtonText ? button.Label : ChatText.Clean(button.Label[..(SlackLimits.ButtonText - 1)]) + "…") { Emoji = false },
        Style = button.IsMain ? ButtonStyle.Primary : null,
    };

    /// <summary>Cut at the ends of lines or words where there are any.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        while (text.Length > Piece)
        {
            var end = Math.Max(text.LastIndexOf('\n', Piece - 1), text.LastIndexOf(' ', Piece - 1));
            end = end > Piece / 2 ? end : char.IsHighSurrogate(text[Piece - 1]) ? Piece - 1 : Piece;
            yield return ChatText.Clean(text[..end]);
            text = text[end..].TrimStart();
        }

        if (text.Length > 0)
        {
            yield return ChatText.Clean(text);
        }
    }
}
