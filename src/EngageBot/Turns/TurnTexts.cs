using System.Text;
using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Turns;

/// <summary>What an author is told whose turn it is. It quotes only himself.</summary>
internal static class TurnTexts
{
    public const string Command = "turn";
    public const string Yes = "yes";
    public const string No = "no";

    /// <param name="isOffer">He was never asked whether he wants this.</param>
    public static string Reminder(IReadOnlyList<WaitingTurn> turns, bool isOffer, Func<MessagePlace, Uri?> linkTo, TextBook texts)
    {
        var lines = new StringBuilder();
        foreach (var turn in turns)
        {
            lines.Append(lines.Length == 0 ? string.Empty : "\n").Append(Line(turn, texts));
            if (linkTo(turn.Reply.Place) is { } link)
            {
                lines.Append('\n').Append(link.AbsoluteUri);
            }
        }

        var text = texts.Of("turn.text", ("posts", lines.ToString()));
        return isOffer ? $"{text}\n{texts["turn.offer"]}" : text;
    }

    /// <summary>Subject 0 stands for the message that they are under.</summary>
    public static IReadOnlyList<MessageButton> Buttons(bool isOffer, TextBook texts) => isOffer
        ? [new(new ButtonId(Command, Yes, 0), texts["turn.button.yes"]) { IsMain = true }, new(new ButtonId(Command, No, 0), texts["turn.button.no"])]
        : [new(new ButtonId(Command, No, 0), texts["turn.button.stop"])];

    /// <summary>The reminder once he said what he wants.</summary>
    public static string After(string reminder, bool isWanted, TextBook texts)
    {
        var said = texts[isWanted ? "turn.yes" : "turn.no"];
        return reminder.Contains(texts["turn.offer"], StringComparison.Ordinal) ? reminder.Replace(texts["turn.offer"], said, StringComparison.Ordinal) : $"{reminder}\n{said}";
    }

    private static string Line(WaitingTurn turn, TextBook texts)
    {
        var (post, channel) = (Excerpt.Of(turn.Post.Text), $"#{Excerpt.Of(turn.Post.ChannelName.TrimStart('#'))}");
        return (turn.Reply.Asks, post.Length > 0) switch
        {
            (true, true) => texts.Of("turn.line.asks", ("post", post), ("channel", channel)),
            (true, false) => texts.Of("turn.line.asks.bare", ("channel", channel)),
            (false, true) => texts.Of("turn.line", ("post", post), ("channel", channel)),
            _ => texts.Of("turn.line.bare", ("channel", channel)),
        };
    }
}
