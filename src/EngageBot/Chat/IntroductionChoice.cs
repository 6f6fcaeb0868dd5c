namespace EngageBot.Chat;

/// <summary>What a member decided about being introduced. It goes through the pipeline like what is written, so that both are in order and neither is lost. Told twice it is the same.</summary>
public abstract record IntroductionChoice : ChatEvent
{
    private IntroductionChoice(CommunityId community, DateTimeOffset at, MemberId member)
        : base(community, at) => Member = member;

    public MemberId Member { get; }

    /// <summary>Would like to be introduced.</summary>
    /// <param name="With">To whom; null for somebody who fits.</param>
    /// <param name="About">What it is about, in his words; null where he said nothing of it.</param>
    public sealed record Asks(CommunityId Of, DateTimeOffset When, MemberId Who, MemberId? With, string? About) : IntroductionChoice(Of, When, Who);

    /// <summary>Was asked whether he wants to be introduced. The first word counts.</summary>
    public sealed record Answers(CommunityId Of, DateTimeOffset When, MemberId Who, long Introduction, ProposalAnswer Answer) : IntroductionChoice(Of, When, Who);

    /// <summary>Was asked what came of an introduction. The last word counts.</summary>
    public sealed record Tells(CommunityId Of, DateTimeOffset When, MemberId Who, long Introduction, IntroductionOutcome Outcome) : IntroductionChoice(Of, When, Who);

    /// <summary>Sits a round out.</summary>
    public sealed record Skips(CommunityId Of, DateTimeOffset When, MemberId Who, long Round) : IntroductionChoice(Of, When, Who);
}
