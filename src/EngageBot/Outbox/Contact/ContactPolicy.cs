using EngageBot.Chat;

namespace EngageBot.Outbox.Contact;

/// <summary>
/// The one place that decides whether a member may be contacted now, over all features and both platforms. Consent comes first; then the earliest moment is sought at which
/// every budget has room and no clock says no.
/// </summary>
internal static class ContactPolicy
{
    /// <summary>Each look at all limits moves the moment by some hours at least: after so many there is none that fits.</summary>
    private const int MostLooks = 60;

    private const int NudgesADay = 1;
    private const int NudgesAWeek = 3;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromDays(14);

    /// <summary>Nobody says when somebody who is away comes back: it is looked again.</summary>
    private static readonly TimeSpan WhileAway = TimeSpan.FromMinutes(30);

    public static ContactDecision Decide(ContactFacts facts, DateTimeOffset now)
    {
        if (Refusal(facts) is { } refusal)
        {
            return new ContactDecision.Never(refusal);
        }

        return facts.Kind == ContactKind.Answer ? new ContactDecision.Allowed() : Earliest([.. Limits(facts, now)], now);
    }

    /// <summary>Whether messages of a kind ask for something, and so count as nudges.</summary>
    public static bool IsNudge(ContactKind kind) => kind is not (ContactKind.Answer or ContactKind.Thanks);

    private static ContactReason? Refusal(ContactFacts facts) => facts switch
    {
        { Person.IsBot: true } => ContactReason.Bot,
        { Person.HasLeft: true } => ContactReason.Left,
        { Kind: ContactKind.Answer } => null,
        { Person.HasOptedOut: true } => ContactReason.OptedOut,
        { Community.IsLive: false } => ContactReason.Observing,
        { Community.IsKindOn: false } => ContactReason.SwitchedOff,
        { Person.Agreement: ContactAgreement.Declined } => ContactReason.NotAgreed,
        { Person.Agreement: ContactAgreement.NotAsked } when !MayBeOffered(facts.Kind) => ContactReason.NotAgreed,
        { Kind: ContactKind.Ask, Community.AsksPerDay: <= 0 } => ContactReason.NoBudget,
        _ => null,
    };

    private static bool MayBeOffered(ContactKind kind) => kind is ContactKind.YourTurn or ContactKind.PromoterNote;

    /// <summary>The first moment that no limit puts off, and the limit that put it off longest.</summary>
    private static ContactDecision Earliest((ContactReason Reason, Func<DateTimeOffset, DateTimeOffset> From)[] limits, DateTimeOffset now)
    {
        var (moment, reason, longest) = (now, default(ContactReason), TimeSpan.Zero);
        for (var look = 0; look < MostLooks; look++)
        {
            var before = moment;
            foreach (var limit in limits)
            {
                var next = limit.From(moment);
                if (next - moment > longest)
                {
                    (longest, reason) = (next - moment, limit.Reason);
                }

                moment = next > moment ? next : moment;
            }

            if (moment == before)
            {
                return moment == now ? new ContactDecision.Allowed() : new ContactDecision.Later(moment, reason);
            }
        }

        return new ContactDecision.Never(ContactReason.NoTimeLeft);
    }

    private static IEnumerable<(ContactReason Reason, Func<DateTimeOffset, DateTimeOffset> From)> Limits(ContactFacts facts, DateTimeOffset now)
    {
        var person = facts.Person;
        yield return (ContactReason.TimedOut, moment => Until(person.TimedOutUntil, moment));
        yield return (ContactReason.Paused, moment => Until(person.PausedUntil, moment));
        yield return (ContactReason.DoNotDisturb, moment => Until(person.DoNotDisturbUntil, moment));
        yield return (ContactReason.Away, moment => person.IsAway ? Until(now + WhileAway, moment) : moment);
        foreach (var (reason, budget) in Budgets(facts))
        {
            yield return (reason, moment => budget.FreeFrom(moment) ?? moment);
        }

        foreach (var clock in Clocks(facts))
        {
            yield return clock;
        }
    }

    private static IEnumerable<(ContactReason Reason, Budget Budget)> Budgets(ContactFacts facts)
    {
        if (IsNudge(facts.Kind))
        {
            yield return (ContactReason.NudgedToday, new Budget(NudgesADay, Day, facts.History.Nudges));
            yield return (ContactReason.NudgedThisWeek, new Budget(NudgesAWeek, Week, facts.History.Nudges));
        }

        if (facts.Kind == ContactKind.Ask)
        {
            yield return (ContactReason.CommunityBudget, new Budget(facts.Community.AsksPerDay, Day, facts.Community.Asks));
            if (!facts.Person.HasAnsweredOnce)
            {
                yield return (ContactReason.AskedLately, new Budget(1, facts.Community.BetweenAsks, facts.History.Asks));
            }
        }

        if (facts.Kind == ContactKind.PromoterNote)
        {
            yield return (ContactReason.NotedLately, new Budget(1, BetweenNotes, facts.History.Notes));
        }
    }

    private static IEnumerable<(ContactReason Reason, Func<DateTimeOffset, DateTimeOffset> From)> Clocks(ContactFacts facts)
    {
        var zone = ZoneOf(facts);
        if (facts.Community.QuietHours is { } quiet)
        {
            var theirs = quiet with { TimeZone = zone.Id };
            yield return (ContactReason.QuietHours, moment => theirs.After(moment, TimeSpan.Zero));
        }

        if (facts.Person.OwnHours is { } own)
        {
            var his = TimeZoneInfo.TryFindSystemTimeZoneById(own.TimeZone, out _) ? own : own with { TimeZone = zone.Id };
            yield return (ContactReason.OwnHours, moment => his.After(moment, TimeSpan.Zero));
        }

        if (facts.Platform == Platform.Slack)
        {
            yield return (ContactReason.BundledToday, moment => AfterBundles(facts.History.Bundles, moment, zone));
            yield return (ContactReason.WorkingHours, moment => WorkingHours.From(moment, zone));
        }
    }

    private static DateTimeOffset AfterBundles(IReadOnlyList<DateTimeOffset> bundles, DateTimeOffset moment, TimeZoneInfo zone) =>
        bundles.Any(bundle => WorkingHours.DateOf(bundle, zone) == WorkingHours.DateOf(moment, zone)) ? WorkingHours.NextDay(moment, zone) : moment;

    /// <summary>The member's zone; where none is known that exists, the community's.</summary>
    private static TimeZoneInfo ZoneOf(ContactFacts facts) =>
        facts.Person.TimeZone is { } his && TimeZoneInfo.TryFindSystemTimeZoneById(his, out var zone) ? zone
        : facts.Community.QuietHours is { } quiet && TimeZoneInfo.TryFindSystemTimeZoneById(quiet.TimeZone, out zone) ? zone
        : TimeZoneInfo.Utc;

    private static DateTimeOffset Until(DateTimeOffset? until, DateTimeOffset moment) => until is { } end && end > moment ? end : moment;
}
