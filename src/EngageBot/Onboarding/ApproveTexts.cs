using EngageBot.Chat;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>How a message is shown to moderators before it is said: where, not to whom, and why.</summary>
internal static class ApproveTexts
{
    private const string Rule = "—————";

    /// <summary>Characters of the message; with what stands around it, it must fit into one.</summary>
    private const int Longest = 1_200;

    public static string Of(OutboxKind kind, bool isPrivate, string channel, string text, TextBook texts)
    {
        var shown = $"#{Excerpt.Of(channel.TrimStart('#'))}";
        var what = kind == OutboxKind.Tag ? texts.Of("approve.tag", ("channel", shown))
            : isPrivate ? texts.Of("approve.private", ("channel", shown))
            : texts.Of("approve.public", ("channel", shown));
        var why = texts.Of("approve.why", ("why", texts[OutboxKinds.WhyName(kind)]));
        return text.Length == 0 ? $"{what}\n{why}" : $"{what}\n{Rule}\n{(text.Length <= Longest ? text : ChatText.Clean(text[..Longest]) + "…")}\n{Rule}\n{why}";
    }

    public static IReadOnlyList<MessageButton> Buttons(long entry, TextBook texts) =>
    [
        new(new ButtonId(ApproveCommand.Command, ApproveCommand.Send, entry), texts["approve.button.send"]) { IsMain = true },
        new(new ButtonId(ApproveCommand.Command, ApproveCommand.Not, entry), texts["approve.button.not"]),
    ];
}
