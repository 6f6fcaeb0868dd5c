using EngageBot.Chat;
using EngageBot.Outbox;

namespace EngageBot.Introductions.Proposals;

/// <summary>Whether something about an introduction is still to be said: is it still wanted, and can everybody who is to read it read what it shows?</summary>
internal sealed class IntroductionJudge(Visibility visibility, IntroductionQuery query)
{
    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var introduction = await query.FindAsync(entry.Subject!.Value, cancellationToken);
        return introduction switch
        {
            null => new OutboxVerdict.Drop("There is no such introduction."),
            { IsLive: false } => new OutboxVerdict.Drop("The bot only observes here."),
            _ => entry.Kind switch
            {
                OutboxKind.Proposal => await ProposalAsync(introduction, entry, cancellationToken),
                OutboxKind.Introduction => await OpeningAsync(introduction, entry, cancellationToken),
                _ => FollowUp(introduction, entry),
            },
        };
    }

    private async Task<OutboxVerdict> ProposalAsync(StoredIntroduction introduction, OutboxEntry entry, CancellationToken cancellationToken)
    {
        if (ProposalPolicy.WhyNot(introduction.Facts) is { } reason)
        {
            return new OutboxVerdict.Drop(reason);
        }

        if (introduction.State != IntroductionState.Proposed || introduction.People.All(person => person.Key != entry.MemberKey || person.State.Answer is not null))
        {
            return new OutboxVerdict.Drop("It was answered.");
        }

        return await AccessAsync([entry.Member!.Value], introduction, [], cancellationToken);
    }

    private async Task<OutboxVerdict> OpeningAsync(StoredIntroduction introduction, OutboxEntry entry, CancellationToken cancellationToken) =>
        ProposalPolicy.WhyNot(introduction.Facts) is { } reason
            ? new OutboxVerdict.Drop(reason)
            : await AccessAsync([.. introduction.People.Select(person => person.Id)], introduction, [entry.Channel], cancellationToken);

    private static OutboxVerdict FollowUp(StoredIntroduction introduction, OutboxEntry entry) =>
        introduction.People.Any(person => person.Key == entry.MemberKey && person is { State.IsOut: false, Outcome: null })
            ? new OutboxVerdict.Say()
            : new OutboxVerdict.Drop("It was told already, or the member opted out.");

    /// <param name="besides">Channels besides those of what they wrote and of the words that they share.</param>
    private async Task<OutboxVerdict> AccessAsync(IReadOnlyList<MemberId> readers, StoredIntroduction introduction, IEnumerable<ChannelId> besides, CancellationToken cancellationToken)
    {
        var shown = IntroductionAccess.ChannelsOf(introduction).Concat(await query.TopicChannelsAsync(introduction.Id, cancellationToken));
        return IntroductionAccess.AsVerdict(await visibility.AccessAsync(readers, besides.Concat(shown).Distinct(), cancellationToken));
    }
}
