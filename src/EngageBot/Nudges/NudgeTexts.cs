using System.Text;

namespace EngageBot.Nudges;

/// <summary>What the bot says in public, all in one place.</summary>
internal static class NudgeTexts
{
    public const string Reply =
        "Nobody has got round to this one yet. If you know something about it, a reply to the post above would help, even half an answer. "
        + "(I take this note away as soon as somebody replies.)";

    private const string BoardTitle = "Waiting for an answer:";

    private const string BoardEnd = "A reply under the post is all it takes, even half an answer. Answered posts leave this list by themselves.";

    private const string NobodyWaits = "Nobody is waiting for an answer just now. Thank you!";

    public static string Board(IReadOnlyList<BoardLine> lines)
    {
        if (lines.Count == 0)
        {
            return NobodyWaits;
        }

        var text = new StringBuilder(BoardTitle).Append('\n');
        foreach (var line in lines)
        {
            text.Append(line.Excerpt.Length == 0 ? $"• A post in {line.Channel}" : $"• “{line.Excerpt}” in {line.Channel}").Append('\n');
            if (line.Link is not null)
            {
                text.Append(line.Link.AbsoluteUri).Append('\n');
            }
        }

        return text.Append(BoardEnd).ToString();
    }
}
