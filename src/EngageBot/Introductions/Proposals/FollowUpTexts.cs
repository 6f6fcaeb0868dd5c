using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Introductions.Proposals;

/// <summary>What somebody is asked some days after he was introduced.</summary>
internal static class FollowUpTexts
{
    public const string Command = "follow-up";
    public const string Helped = "helped";
    public const string Met = "met";
    public const string Made = "made";
    public const string Nothing = "nothing";

    /// <summary>The text, and whether it has its buttons.</summary>
    public static (string Text, bool HasButtons) Of(StoredIntroduction introduction, IntroducedPerson person, TextBook texts) => person.Outcome is { } outcome
        ? (After(outcome, texts), false)
        : (texts.Of("intro.follow-up", ("names", ProposalTexts.Others(introduction, person, texts))), true);

    public static string After(IntroductionOutcome outcome, TextBook texts) => texts[outcome == IntroductionOutcome.Nothing ? "intro.told.nothing" : "intro.told"];

    public static IntroductionOutcome? OutcomeOf(string action) => action switch
    {
        Helped => IntroductionOutcome.Helped,
        Met => IntroductionOutcome.Met,
        Made => IntroductionOutcome.Made,
        Nothing => IntroductionOutcome.Nothing,
        _ => null,
    };

    public static IReadOnlyList<MessageButton> Buttons(long introduction, TextBook texts) =>
    [
        new(new ButtonId(Command, Helped, introduction), texts["intro.button.helped"]) { IsMain = true },
        new(new ButtonId(Command, Met, introduction), texts["intro.button.met"]),
        new(new ButtonId(Command, Made, introduction), texts["intro.button.made"]),
        new(new ButtonId(Command, Nothing, introduction), texts["intro.button.nothing"]),
    ];
}
