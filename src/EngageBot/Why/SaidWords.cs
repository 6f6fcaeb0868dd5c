using System.Globalization;
using EngageBot.Chat;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Why;

/// <summary>Why the bot said something, how it stands with it and what came of it, in a language and in words for members.</summary>
internal static class SaidWords
{
    /// <summary>For the member himself, or for whoever stands before it.</summary>
    /// <param name="maySee">He can read the channel that it is about.</param>
    public static string Reason(Said said, bool maySee, TextBook texts) => said switch
    {
        { Kind: OutboxKind.Ask, IsPrivate: true, Topics: "" } when maySee => texts.Of("ask.why.channel", ("channel", Channel(said))),
        { Kind: OutboxKind.Ask, IsPrivate: true, Topics: { Length: > 0 } topics } when maySee => texts.Of("ask.why.topics", ("topics", Excerpt.Of(topics))),
        _ => texts[OutboxKinds.WhyName(said.Kind)],
    };

    /// <summary>For moderators: nothing of what the member is asked about.</summary>
    public static string Reason(Said said, TextBook texts) => texts[OutboxKinds.WhyName(said.Kind)];

    public static string State(Said said, TextBook texts) => texts.Of($"said.state.{said.State.ToString().ToLowerInvariant()}", ("date", Date(said.At)));

    /// <summary>What the member answered; empty where he was asked nothing, or did not.</summary>
    public static string Answer(Said said, TextBook texts) => said.Answer switch
    {
        AskAnswer.WillReply => texts["said.answer.will"],
        AskAnswer.NotForMe => texts["said.answer.not-for-me"],
        AskAnswer.NotNeeded => texts["said.answer.not-needed"],
        AskAnswer.Stop => texts["said.answer.stop"],
        _ => string.Empty,
    };

    /// <summary>What came of it; empty for nothing, and for what only a platform's own words say. That somebody was not wanted, or said nothing, is told to nobody.</summary>
    public static string Outcome(Said said, TextBook texts) =>
        IsBetweenMembers(said) ? string.Empty : Retelling.Of(said.Outcome ?? string.Empty, texts, "outcome", "contact") ?? string.Empty;

    /// <summary>The same for moderators who can read the channel: they are told what a platform said too, and that may name it.</summary>
    public static string OutcomeInFull(Said said, TextBook texts) => Outcome(said, texts) is { Length: > 0 } known ? known
        : IsBetweenMembers(said) ? string.Empty
        : OneLine.Of(said.Outcome ?? string.Empty, 120);

    public static string Channel(Said said) => $"#{Excerpt.Of(said.ChannelName.TrimStart('#'))}";

    public static string Date(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static bool IsBetweenMembers(Said said) => said is { Kind: OutboxKind.Proposal or OutboxKind.Introduction, State: not OutboxState.Refused };
}
