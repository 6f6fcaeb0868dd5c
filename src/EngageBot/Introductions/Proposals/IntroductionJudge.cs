using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;

namespace EngageBot.Introductions.Proposals;

/// <summary>The last question before something about an introduction is said: is it still wanted, and can everybody who is to read it read what it shows?</summary>
internal sealed class IntroductionJudge(WriteSession session, RulesBook rules, Visibility visibility, IntroductionQuery query)
{
    private readonly ContactBook _contacts = new(session, rules);

    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var introduction = await query.FindAsync(entry.Subject!.Value, cancellationToken);
        return introduction switch
        {
            null => new OutboxVerdict.Drop("There is no such introduction."),
            { IsLive: false } => new OutboxVerdict.Drop("The bot only observes here."),
            _ => entry.Kind switch
            {
                OutboxKind.Proposal => await ProposalAsync(introduction, entry, now, cancellationToken),
                OutboxKind.Introduction => await OpeningAsync(introduction, entry, now, cancellationToken),
                _ => await FollowUpAsync(introduction, entry, now, cancellationToken),
            },
        };
    }

    private async Task<OutboxVerdict> ProposalAsync(StoredIntroduction introduction, OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ProposalPolicy.WhyNot(introduction.Facts) is { } reason)
        {
            return new OutboxVerdict.Drop(reason);
        }

        if (introduction.State != IntroductionState.Proposed || introduction.People.All(person => person.Key != entry.MemberKey || person.State.Answer is not null))
        {
            return new OutboxVerdict.Drop("It was answered.");
        }

        var contact = await DecideAsync(new ContactRequest(ContactKind.Introduction, entry.MemberKey!.Value) { Entry = entry.Id }, now, cancellationToken);
        return contact is OutboxVerdict.Say
            ? IntroductionAccess.AsVerdict(await visibility.AccessAsync([entry.Member!.Value], IntroductionAccess.ChannelsOf(introduction), cancellationToken))
            : contact;
    }

    private async Task<OutboxVerdict> OpeningAsync(StoredIntroduction introduction, OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ProposalPolicy.WhyNot(introduction.Facts) is { } reason)
        {
            return new OutboxVerdict.Drop(reason);
        }

        return rules.Of(introduction.Community).QuietHours is { } quiet && quiet.Contains(now)
            ? new OutboxVerdict.Hold("Quiet hours.", quiet.After(now, TimeSpan.Zero))
            : IntroductionAccess.AsVerdict(await visibility.AccessAsync(
                [.. introduction.People.Select(person => person.Id)], [entry.Channel, .. IntroductionAccess.ChannelsOf(introduction)], cancellationToken));
    }

    /// <summary>He said yes to the introduction, and to be asked what came of it belongs to that.</summary>
    private async Task<OutboxVerdict> FollowUpAsync(StoredIntroduction introduction, OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) =>
        introduction.People.Any(person => person.Key == entry.MemberKey && person is { State.IsOut: false, Outcome: null })
            ? await DecideAsync(new ContactRequest(ContactKind.FollowUp, entry.MemberKey!.Value) { Entry = entry.Id, Agreement = ContactAgreement.Agreed }, now, cancellationToken)
            : new OutboxVerdict.Drop("It was told already, or the member opted out.");

    private async Task<OutboxVerdict> DecideAsync(ContactRequest request, DateTimeOffset now, CancellationToken cancellationToken) =>
        ContactVerdict.Of(await _contacts.DecideAsync(request, now.ToUnixTimeMilliseconds(), cancellationToken), request.Entry);
}
