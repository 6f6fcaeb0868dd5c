using System.Text;
using EngageBot.Texts;

namespace EngageBot.Nudges;

/// <summary>What the bot says in public about open posts.</summary>
internal static class NudgeTexts
{
    public static string Reply(TextBook texts) => texts["nudge.reply"];

    public static string Board(IReadOnlyList<BoardLine> lines, TextBook texts)
    {
        if (lines.Count == 0)
        {
            return texts["board.nobody"];
        }

        var text = new StringBuilder(texts["board.title"]).Append('\n');
        foreach (var line in lines)
        {
            text.Append(line.Excerpt.Length == 0
                    ? texts.Of("board.line.bare", ("channel", line.Channel))
                    : texts.Of("board.line", ("excerpt", line.Excerpt), ("channel", line.Channel)))
                .Append('\n');
            if (line.Link is not null)
            {
                text.Append(line.Link.AbsoluteUri).Append('\n');
            }
        }

        return text.Append(texts["board.end"]).ToString();
    }
}
