using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Slack;
using EngageBot.Slack.Blocks;
using EngageBot.Slack.Models;
using EngageBot.Slack.Text;
using EngageBot.Texts;

namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>Makes Slack's answers of the product's replies. Only the member who asked sees them.</summary>
internal static class SlackReplies
{
    /// <summary>As the answer to a command or a click.</summary>
    /// <param name="own">Where the workspace is on the web.</param>
    public static ResponseMessage MessageOf(CommandReply reply, Uri? own) => reply switch
    {
        CommandReply.Says { Link: { } link } says => Linked(Message(says.Text, says.Buttons, own), link),
        CommandReply.Says says => Message(says.Text, says.Buttons, own) with { ReplaceOriginal = false },
        CommandReply.Replaces replaces => Message(replaces.Text, replaces.Buttons, own) with { ReplaceOriginal = true },
        CommandReply.ShowsPage page => MessageOf(page.InWords, own),
        CommandReply.Complains complains => Message(complains.InWords, [], own) with { ReplaceOriginal = false },
        _ => throw new UnreachableException(reply.GetType().Name),
    };

    /// <summary>As a form, where a form was sent in: what is said stands in its place.</summary>
    public static ModalView ViewOf(CommandReply reply, TextBook texts, Uri? own) => reply switch
    {
        CommandReply.Says says => ViewSaying(says.Text, says.Buttons, texts, own),
        CommandReply.Replaces replaces => ViewSaying(replaces.Text, replaces.Buttons, texts, own),
        CommandReply.Opens opens => FormOf(opens.Form, texts),
        CommandReply.ShowsPage page => ViewOf(page.InWords, texts, own),
        CommandReply.Complains complains => ViewSaying(complains.InWords, [], texts, own),
        _ => throw new UnreachableException(reply.GetType().Name),
    };

    public static ModalView ViewSaying(string text, IReadOnlyList<MessageButton> buttons, TextBook texts, Uri? own) => new()
    {
        Title = new PlainText(texts["form.title"]),
        Close = new PlainText(texts["form.close"]),
        Blocks = SlackBlocks.Of(text, buttons, own),
    };

    /// <summary>Each field is a block of its own, named like the field.</summary>
    private static ModalView FormOf(CommandForm form, TextBook texts) => new()
    {
        CallbackId = form.Id.ToString(),
        Title = new PlainText(Cut(form.Title, SlackLimits.ViewTitle)),
        Submit = new PlainText(texts["form.send"]),
        Close = new PlainText(texts["form.close"]),
        Blocks =
        [
            .. form.Fields.Select(field => new InputBlock
            {
                BlockId = field.Name,
                Label = new PlainText(Cut(field.Label, SlackLimits.Label)),
                Optional = !field.IsRequired,
                Element = InputOf(field),
            }),
        ],
    };

    private static PlainTextInputElement InputOf(FormField field)
    {
        var most = Math.Clamp(field.MostCharacters, 1, SlackLimits.TextInput);
        return new PlainTextInputElement(field.Name)
        {
            InitialValue = field.Value.Length == 0 ? null : Cut(field.Value, most),
            Multiline = field.IsLong,
            MaxLength = most,
        };
    }

    /// <summary>Nothing is made of the address but a link: Slack does not look at it.</summary>
    private static ResponseMessage Linked(ResponseMessage message, Uri link)
    {
        var shown = $"<{Mrkdwn.Escape(link.AbsoluteUri)}>";
        return message with { Text = $"{message.Text}\n{shown}", Blocks = [.. message.Blocks ?? [], new SectionBlock { Text = new MrkdwnText(shown) }], ReplaceOriginal = false };
    }

    private static ResponseMessage Message(string text, IReadOnlyList<MessageButton> buttons, Uri? own) => new()
    {
        Text = SlackMessageText.Escape(Cut(text, SlackBlocks.LongestText), own),
        Blocks = SlackBlocks.Of(text, buttons, own),
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : ChatText.Clean(text[..(most - 1)]) + "…";
}
