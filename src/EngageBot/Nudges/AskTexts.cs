using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Texts;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>What somebody who is asked about a post is shown, at each moment; worked out anew from what is known, so that the message is changed where that changed.</summary>
internal static class AskTexts
{
    /// <summary>In place of topics: he chose to greet newcomers.</summary>
    public const string Greeting = "*";

    /// <summary>Before topics: he said that he likes to be asked about them.</summary>
    public const string Named = "+";

    public const string Command = "ask";
    public const string Will = "will";
    public const string NotForMe = "not-for-me";
    public const string NotNeeded = "not-needed";
    public const string Stop = "stop";

    /// <summary>The text, and whether it has its buttons; null where what stands is to stay.</summary>
    public static (string Text, bool HasButtons)? Of(PlannedAsk ask, PostState post, Uri? link, TextBook texts) => ask.Answer switch
    {
        AskAnswer.NotForMe or AskAnswer.NotNeeded or AskAnswer.Stop => (After(ask.Answer.Value, texts), false),
        _ when post.AnsweredAt is not null => (texts[ask.RepliedAt is null ? "ask.answered" : "ask.thanks"], false),
        _ when post.IsSettled => (texts["ask.settled"], false),
        AskAnswer.WillReply => (After(AskAnswer.WillReply, texts), false),
        _ when ask.Said is { HasButtons: false } => null,
        _ => (Question(ask, link, texts), true),
    };

    /// <summary>What is said once somebody pressed a button.</summary>
    public static string After(AskAnswer answer, TextBook texts) => answer switch
    {
        AskAnswer.WillReply => texts["ask.will"],
        AskAnswer.NotForMe => texts["ask.not-for-me"],
        AskAnswer.NotNeeded => texts["ask.not-needed"],
        AskAnswer.Stop => texts["ask.stop"],
        AskAnswer.NotDelivered => texts["ask.over"],
        _ => throw new UnreachableException(answer.ToString()),
    };

    /// <summary>Subject 0 stands for the message that they are under.</summary>
    public static IReadOnlyList<MessageButton> Buttons(TextBook texts) =>
    [
        new(new ButtonId(Command, Will, 0), texts["ask.button.will"]) { IsMain = true },
        new(new ButtonId(Command, NotForMe, 0), texts["ask.button.not-for-me"]),
        new(new ButtonId(Command, NotNeeded, 0), texts["ask.button.not-needed"]),
        new(new ButtonId(Command, Stop, 0), texts["ask.button.stop"]),
    ];

    private static string Question(PlannedAsk ask, Uri? link, TextBook texts)
    {
        var (excerpt, channel) = (Excerpt.Of(ask.PostText), $"#{Excerpt.Of(ask.ChannelName.TrimStart('#'))}");
        var post = excerpt.Length == 0 ? texts.Of("ask.post", ("channel", channel)) : texts.Of("ask.quote", ("post", excerpt), ("channel", channel));
        var why = ask.Topics switch
        {
            null => texts["ask.why.agreed"],
            Greeting => texts["ask.why.greet"],
            "" => texts.Of("ask.why.channel", ("channel", channel)),
            ['+', .. var named] => texts.Of("ask.why.named", ("topics", Excerpt.Of(named))),
            var topics => texts.Of("ask.why.topics", ("topics", Excerpt.Of(topics))),
        };
        return texts.Of("ask.text", ("post", link is null ? post : $"{post}\n{link.AbsoluteUri}"), ("why", why));
    }
}
