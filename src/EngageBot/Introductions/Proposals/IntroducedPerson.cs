using EngageBot.Chat;

namespace EngageBot.Introductions.Proposals;

/// <summary>Somebody in an introduction, with all that decides what he is shown.</summary>
internal sealed record IntroducedPerson
{
    public required ProposalPerson State { get; init; }

    public required MemberId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What shows why; null where nothing does, or it is gone.</summary>
    public required IntroducedPost? Post { get; init; }

    /// <summary>What he said came of it.</summary>
    public required IntroductionOutcome? Outcome { get; init; }

    /// <summary>The message that asks him; null where there is none.</summary>
    public required SaidMessage? Proposal { get; init; }

    /// <summary>The message that asks what came of it; null where there is none.</summary>
    public required SaidMessage? FollowUp { get; init; }

    public long Key => State.Member;
}
