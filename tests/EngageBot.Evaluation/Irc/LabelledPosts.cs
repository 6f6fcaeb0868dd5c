using EngageBot.Chat;

namespace EngageBot.Evaluation.Irc;

/// <summary>The questions of a labelled log that start a conversation, and who answered them by its links.</summary>
internal static class LabelledPosts
{
    private const MessageTraits Nobody = MessageTraits.System;

    /// <summary>Lines that start a conversation, are written by somebody and end in a question mark.</summary>
    public static IEnumerable<int> Questions(LabelledLog log, IReadOnlyList<MessageCreated?> lines) =>
        log.Annotations is not { } annotations ? [] : Questions(annotations, log.FirstJudged, lines);

    /// <summary>The same by any links, from a line on.</summary>
    public static IEnumerable<int> Questions(Annotations links, int from, IReadOnlyList<MessageCreated?> lines) =>
        links.Lines.Where(line => line >= from && line < lines.Count && links.Starts(line) && IsQuestion(lines[line]));

    /// <summary>Others who replied to the post, or to a line by which its author went on from it, in the order of their first reply.</summary>
    public static IReadOnlyList<MemberId> Answerers(int post, Annotations annotations, IReadOnlyList<MessageCreated?> lines)
    {
        var author = lines[post]!.Author;
        HashSet<int> chain = [post];
        List<MemberId> answerers = [];
        foreach (var line in annotations.Lines.Where(line => line > post && line < lines.Count && annotations.ParentsOf(line).Any(chain.Contains)))
        {
            if (lines[line] is not { } message || (message.Traits & Nobody) != MessageTraits.None)
            {
                continue;
            }

            if (message.Author == author)
            {
                chain.Add(line);
            }
            else if (!answerers.Contains(message.Author))
            {
                answerers.Add(message.Author);
            }
        }

        return answerers;
    }

    /// <summary>Written by a person, and ending in a question mark.</summary>
    public static bool IsQuestion(MessageCreated? line) =>
        line is not null && (line.Traits & (Nobody | MessageTraits.Bot)) == MessageTraits.None && line.Text.TrimEnd().EndsWith('?');
}
