using EngageBot.Communities;

namespace EngageBot.Nudges.Seeking;

/// <summary>What is done, and said, when a member wants somebody to be found. Whatever he presses, nobody hears more of the bot than the ladder allows.</summary>
internal static class FindPolicy
{
    public static FindAnswer Decide(FindFacts facts) => facts switch
    {
        { State.AnsweredAt: not null } => FindAnswer.Replied,
        { State.IsSettled: true } => FindAnswer.Settled,
        { State.IsOpen: false } => FindAnswer.AsksNothing,
        { IsOld: true } => FindAnswer.Old,
        { Asked: 1 } => FindAnswer.OneAsked,
        { Asked: > 1 } => FindAnswer.SomeAsked,
        { IsClaimed: true } => FindAnswer.Claimed,
        { IsBegun: true } => FindAnswer.Shown,
        { IsWorth: false } => FindAnswer.LeftAlone,
        { IsLive: false } => FindAnswer.Would,
        { CanAsk: false, Step: null } => FindAnswer.Nobody,
        { MaySeek: false } => FindAnswer.Enough,
        { CanAsk: true } => FindAnswer.Asks,
        { Step: PublicStep.Board } => FindAnswer.GoesToBoard,
        _ => FindAnswer.IsShown,
    };

    /// <summary>Whether the first step begins now.</summary>
    public static bool Begins(FindAnswer answer) => answer is FindAnswer.Asks or FindAnswer.GoesToBoard or FindAnswer.IsShown;
}
