using System.Text;
using EngageBot.Chat;
using EngageBot.Introductions.Proposals;
using EngageBot.Texts;

namespace EngageBot.SelfPromotion.Notes;

/// <summary>What somebody who promotes is told: whom he could answer. It never says that he promotes.</summary>
internal static class NoteTexts
{
    public const string Command = "note";
    public const string Yes = "yes";
    public const string No = "no";

    public static string Note(NoteCandidate candidate, IReadOnlyList<OpenQuestion> questions, Func<MessagePlace, Uri?> linkTo, TextBook texts)
    {
        var lines = new StringBuilder();
        foreach (var question in questions)
        {
            var (excerpt, where) = (Excerpt.Of(question.Text), ChannelOf(question.ChannelName));
            lines.Append(lines.Length == 0 ? string.Empty : "\n")
                .Append(excerpt.Length == 0 ? texts.Of("note.line.bare", ("channel", where)) : texts.Of("note.line", ("post", excerpt), ("channel", where)));
            if (linkTo(question.Place) is { } link)
            {
                lines.Append('\n').Append(link.AbsoluteUri);
            }
        }

        var (post, channel) = (Excerpt.Of(candidate.Text), ChannelOf(candidate.ChannelName));
        return post.Length == 0
            ? texts.Of("note.text.bare", ("channel", channel), ("posts", lines.ToString()))
            : texts.Of("note.text", ("post", post), ("channel", channel), ("posts", lines.ToString()));
    }

    /// <summary>To the author of an announcement that nobody replied to.</summary>
    public static string ClosingQuestion(NoteCandidate author, TextBook texts)
    {
        var (post, channel) = (Excerpt.Of(author.Text), ChannelOf(author.ChannelName));
        return post.Length == 0 ? texts.Of("closing.text.bare", ("channel", channel)) : texts.Of("closing.text", ("post", post), ("channel", channel));
    }

    /// <summary>Subject 0 stands for the message that they are under.</summary>
    public static IReadOnlyList<MessageButton> Buttons(TextBook texts) =>
        [IntroduceCommand.SomebodyButton(texts) with { Label = texts["note.button.introduce"], IsMain = true }, .. Answers(texts)];

    /// <summary>Whether he wants more of this.</summary>
    public static IReadOnlyList<MessageButton> Answers(TextBook texts) =>
        [new(new ButtonId(Command, Yes, 0), texts["note.button.yes"]), new(new ButtonId(Command, No, 0), texts["note.button.no"])];

    private static string ChannelOf(string name) => $"#{Excerpt.Of(name.TrimStart('#'))}";
}
