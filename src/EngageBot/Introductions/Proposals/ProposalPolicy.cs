using EngageBot.Chat;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;

namespace EngageBot.Introductions.Proposals;

/// <summary>Whom to ask next whether he wants to be introduced: one after the other, the next only after the one before said yes. A no or silence ends it, and is never shown.</summary>
internal static class ProposalPolicy
{
    /// <summary>Who says nothing for so long says no.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromDays(7);

    /// <summary>What could not be asked in all by then is given up.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(21);

    public static ProposalStep Next(ProposalFacts facts, DateTimeOffset now)
    {
        if (WhyNot(facts) is { } reason)
        {
            return new ProposalStep.End(reason);
        }

        return facts.People.FirstOrDefault(person => person.Answer != ProposalAnswer.Yes) is { } next
            ? Next(next, facts.PlannedAt, now)
            : new ProposalStep.Agree();
    }

    /// <summary>Why people are not to be introduced; null where nothing is against it.</summary>
    public static string? WhyNot(ProposalFacts facts) => facts switch
    {
        { People.Count: < 2 } => "Nobody is left to be introduced.",
        { IsNever: true } => "They are not to be introduced.",
        { IsKnown: true } => "They know each other.",
        _ when facts.People.Any(person => person.IsOut) => "Somebody opted out.",
        _ when facts.People.Any(person => person.Agreement == ContactAgreement.Declined) => "Somebody does not want to be introduced.",
        _ when facts.People.Any(person => person.Answer is not (null or ProposalAnswer.Yes)) => "Somebody did not want it.",
        _ when facts.People.Any(person => person.Answer is null && person.Agreement != ContactAgreement.Agreed) => "Somebody has not opted in.",
        _ => null,
    };

    private static ProposalStep Next(ProposalPerson next, DateTimeOffset plannedAt, DateTimeOffset now) => next switch
    {
        _ when now - plannedAt > Longest => new ProposalStep.End("It took too long."),
        { Asked: null } => new ProposalStep.Ask(next.Member),
        { Asked: OutboxState.Refused or OutboxState.Withdrawn or OutboxState.Expired } => new ProposalStep.End("Somebody could not be asked."),
        { AskedAt: { } asked } when now - asked > Silence => new ProposalStep.End("Somebody said nothing."),
        _ => new ProposalStep.Wait(),
    };
}
