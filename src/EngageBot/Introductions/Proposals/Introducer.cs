using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Introductions.Proposals;

/// <summary>
/// Puts people in touch who want it: asks one after the other in private, opens a place for them where all said yes, and asks once what came of it. It keeps nothing in memory
/// that a restart would lose: a restart between any two of its steps changes nothing.
/// </summary>
internal sealed class Introducer : IVoice
{
    /// <summary>What came of it is asked after so long.</summary>
    public static readonly TimeSpan FollowUpAfter = TimeSpan.FromDays(3);

    /// <summary>What stands is looked after for so long.</summary>
    private static readonly TimeSpan StillWatched = TimeSpan.FromDays(14);

    private static readonly TimeSpan FollowUpWithin = TimeSpan.FromDays(7);
    private static readonly TimeSpan OpenWithin = TimeSpan.FromDays(3);

    private readonly WriteSession _session;
    private readonly RulesBook _rules;
    private readonly Func<Platform, IChatPlatform?> _platformOf;
    private readonly OutboxStore _outbox;
    private readonly IntroductionStore _store;
    private readonly IntroductionQuery _query;
    private readonly IntroductionFinder _finder;
    private readonly IntroductionRequests _requests;
    private readonly IntroductionScan _scan;
    private readonly IntroductionJudge _judge;

    /// <summary>How far what stands was looked through; from the beginning after a restart.</summary>
    private long _lookedAt;

    public Introducer(WriteSession session, RulesBook rules, Func<Platform, IChatPlatform?> platformOf)
    {
        (_session, _rules, _platformOf) = (session, rules, platformOf);
        (_outbox, _store, _query) = (new OutboxStore(session), new IntroductionStore(session), new IntroductionQuery(session));
        _finder = new IntroductionFinder(session, rules);
        _requests = new IntroductionRequests(session, _finder, _store);
        _scan = new IntroductionScan(session, rules, _finder, _store);
        _judge = new IntroductionJudge(new Visibility(platformOf), _query);
    }

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Proposal, OutboxKind.Introduction, OutboxKind.FollowUp];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await _session.OpenAsync(cancellationToken);
        await _requests.RunOnceAsync(now, cancellationToken);
        await _scan.RunOnceAsync(now, cancellationToken);
        var since = (now - StillWatched).ToUnixTimeMilliseconds();
        foreach (var introduction in await _query.DueAsync(since, (now - FollowUpAfter).ToUnixTimeMilliseconds(), cancellationToken))
        {
            await StepAsync(introduction, now, cancellationToken);
        }

        var standing = await _query.StandingAsync(since, _lookedAt, cancellationToken);
        foreach (var introduction in standing)
        {
            await StepAsync(introduction, now, cancellationToken);
        }

        _lookedAt = standing.Count < IntroductionQuery.AtOnce ? 0 : standing[^1].Id;
    }

    public Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) => _judge.JudgeAsync(entry, cancellationToken);

    public void Forget()
    {
        _outbox.Forget();
        _finder.Forget();
        _lookedAt = 0;
    }

    private Task StepAsync(StoredIntroduction introduction, DateTimeOffset now, CancellationToken cancellationToken) => introduction switch
    {
        { IsLive: false, State: IntroductionState.Proposed } => EndAsync(introduction, IntroductionState.Ended, "The bot only observes here.", now, cancellationToken),
        { IsLive: false } => Task.CompletedTask,
        { State: IntroductionState.Proposed } => ProposeAsync(introduction, now, cancellationToken),
        { State: IntroductionState.Agreed } => OpenAsync(introduction, now, cancellationToken),
        _ => FollowUpAsync(introduction, now, cancellationToken),
    };

    private async Task ProposeAsync(StoredIntroduction introduction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (ProposalPolicy.Next(introduction.Facts, now))
        {
            case ProposalStep.Ask ask:
                await AskAsync(introduction, introduction.People.First(person => person.Key == ask.Member), now, cancellationToken);
                break;
            case ProposalStep.Agree:
                await RefreshAsync(introduction, now, cancellationToken);
                await _store.AgreedAsync(introduction.Id, cancellationToken);
                break;
            case ProposalStep.End end:
                await EndAsync(introduction, IntroductionState.Ended, end.Reason, now, cancellationToken);
                break;
            default:
                await RefreshAsync(introduction, now, cancellationToken);
                break;
        }
    }

    private Task<long> AskAsync(StoredIntroduction introduction, IntroducedPerson person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var texts = TextsOf(introduction);
        var entry = new NewOutboxEntry
        {
            Community = introduction.Community,
            Kind = OutboxKind.Proposal,
            Channel = introduction.Channel,
            Subject = introduction.Id,
            Member = person.Key,
            Text = ProposalTexts.Of(introduction, person, LinkTo(introduction), texts)!.Value.Text,
            Buttons = ProposalTexts.Buttons(introduction.Id, texts),
            Reason = introduction.Occasion == IntroductionOccasion.Request ? "Somebody asked to be introduced." : "They talk about the same things and have not talked with each other.",
            ExpiresAt = now + ProposalPolicy.Silence,
            About = introduction.Posts,
        };
        return _outbox.AddAsync(entry, now.ToUnixTimeMilliseconds(), cancellationToken);
    }

    private async Task OpenAsync(StoredIntroduction introduction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (introduction.Opening)
        {
            case null when ProposalPolicy.WhyNot(introduction.Facts) is { } reason:
                await EndAsync(introduction, IntroductionState.Ended, reason, now, cancellationToken);
                break;
            case null:
                await AddOpeningAsync(introduction, now, cancellationToken);
                break;
            case { State: OutboxState.Sent }:
                await _store.OpenedAsync(introduction.Id, introduction.OpeningSentAt ?? now, cancellationToken);
                break;
            case { IsThere: true } opening:
                await RefreshAsync(introduction, now, cancellationToken);
                await ChangeAsync(opening, MeetingTextOf(introduction), [], introduction.Posts, now, cancellationToken);
                break;
            default:
                var end = ProposalPolicy.WhyNot(introduction.Facts) is null ? IntroductionState.NotOpened : IntroductionState.Ended;
                await EndAsync(introduction, end, "No place could be opened.", now, cancellationToken);
                break;
        }
    }

    private async Task AddOpeningAsync(StoredIntroduction introduction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await RefreshAsync(introduction, now, cancellationToken);
        var entry = new NewOutboxEntry
        {
            Community = introduction.Community,
            Kind = OutboxKind.Introduction,
            Channel = introduction.Channel,
            Subject = introduction.Id,
            Opens = MeetingTexts.PlaceOf(introduction, _rules.Of(introduction.Community).PrivateIntroductions, TextsOf(introduction)),
            Text = MeetingTextOf(introduction),
            Reason = introduction.Occasion == IntroductionOccasion.Round ? "A round brought them together." : "All of them want to be introduced.",
            ExpiresAt = now + OpenWithin,
            About = introduction.Posts,
        };
        await _outbox.AddAsync(entry, now.ToUnixTimeMilliseconds(), cancellationToken);
    }

    private async Task FollowUpAsync(StoredIntroduction introduction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await RefreshAsync(introduction, now, cancellationToken);
        if (introduction.Opening is { IsThere: true } opening)
        {
            await (introduction.People.Any(person => person.State.IsOut)
                ? _outbox.WithdrawAsync(opening.Id, "Somebody opted out.", now.ToUnixTimeMilliseconds(), cancellationToken)
                : ChangeAsync(opening, MeetingTextOf(introduction), [], introduction.Posts, now, cancellationToken));
        }

        if (now - introduction.OpenedAt < FollowUpAfter)
        {
            return;
        }

        foreach (var person in introduction.People.Where(person => !person.State.IsOut))
        {
            var (text, hasButtons) = FollowUpTexts.Of(introduction, person, TextsOf(introduction));
            var buttons = hasButtons ? FollowUpTexts.Buttons(introduction.Id, TextsOf(introduction)) : [];
            await (person.FollowUp is { } said
                ? ChangeAsync(said, text, buttons, [], now, cancellationToken)
                : _outbox.AddAsync(NewFollowUp(introduction, person, text, buttons), now.ToUnixTimeMilliseconds(), cancellationToken));
        }
    }

    private static NewOutboxEntry NewFollowUp(StoredIntroduction introduction, IntroducedPerson person, string text, IReadOnlyList<MessageButton> buttons) => new()
    {
        Community = introduction.Community,
        Kind = OutboxKind.FollowUp,
        Channel = introduction.Channel,
        Subject = introduction.Id,
        Member = person.Key,
        Text = text,
        Buttons = buttons,
        Reason = "He was introduced three days ago.",
        ExpiresAt = introduction.OpenedAt!.Value + FollowUpAfter + FollowUpWithin,
        About = [],
    };

    /// <summary>What is not answered is taken away; what was answered says so. That comes first: an introduction that has ended is not looked at again.</summary>
    private async Task EndAsync(StoredIntroduction introduction, IntroductionState state, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await RefreshAsync(introduction with { State = state }, now, cancellationToken);
        foreach (var person in introduction.People.Where(person => person.State.Answer is null && person.Proposal is { IsThere: true }))
        {
            await _outbox.WithdrawAsync(person.Proposal!.Id, reason, now.ToUnixTimeMilliseconds(), cancellationToken);
        }

        await _store.EndAsync(introduction.Id, state, reason, now.ToUnixTimeMilliseconds(), cancellationToken);
    }

    /// <summary>Brings the messages that ask, or asked, in line with what is known.</summary>
    private async Task RefreshAsync(StoredIntroduction introduction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var person in introduction.People)
        {
            if (person.Proposal is { } said && ProposalTexts.Of(introduction, person, LinkTo(introduction), TextsOf(introduction)) is { } wanted)
            {
                var buttons = wanted.HasButtons ? ProposalTexts.Buttons(introduction.Id, TextsOf(introduction)) : [];
                await ChangeAsync(said, wanted.Text, buttons, wanted.HasButtons ? introduction.Posts : [], now, cancellationToken);
            }
        }
    }

    private async Task ChangeAsync(SaidMessage said, string text, IReadOnlyList<MessageButton> buttons, IReadOnlyList<long> about, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (said.CanChange && said.Text != text)
        {
            await _outbox.ChangeAsync(said.Id, text, buttons, about, now.ToUnixTimeMilliseconds(), cancellationToken);
        }
    }

    private string MeetingTextOf(StoredIntroduction introduction) => MeetingTexts.Of(
        introduction,
        _rules.Of(introduction.Community).PrivateIntroductions && introduction.Platform != Platform.Slack,
        LinkTo(introduction),
        TextsOf(introduction));

    private TextBook TextsOf(StoredIntroduction introduction) => _rules.Of(introduction.Community).Wording();

    private Func<MessagePlace, Uri?> LinkTo(StoredIntroduction introduction) => place => _platformOf(introduction.Platform)?.LinkTo(place);
}
