using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Introductions.Rounds;

/// <summary>
/// Holds the rounds of introductions: announces each a day before to those who opted in, and makes its groups when its time has come. A round is a row in the store, and keeps what
/// was done of it there: a restart between any two steps changes nothing. Who could not be told in time does not take part.
/// </summary>
internal sealed class RoundNotices : IVoice
{
    /// <summary>Notices are changed for so long after a round.</summary>
    private static readonly TimeSpan StillWatched = TimeSpan.FromDays(3);

    private readonly WriteSession _session;
    private readonly RulesBook _rules;
    private readonly OutboxStore _outbox;
    private readonly RoundStore _store;
    private readonly RoundMaker _maker;

    public RoundNotices(WriteSession session, RulesBook rules)
    {
        (_session, _rules) = (session, rules);
        (_outbox, _store) = (new OutboxStore(session), new RoundStore(session));
        _maker = new RoundMaker(session, rules, _store);
    }

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.RoundNotice];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await _session.OpenAsync(cancellationToken);
        await _store.AnnounceAsync(now, cancellationToken);
        foreach (var round in await _store.UnderWayAsync(now - StillWatched, cancellationToken))
        {
            if (round.State != RoundState.Announced)
            {
                await RefreshAsync(round, now, cancellationToken);
            }
            else if (!round.IsLive)
            {
                await _store.SetStateAsync(round.Id, RoundState.Cancelled, cancellationToken);
            }
            else if (round.At <= now)
            {
                await _maker.MakeAsync(round, now, cancellationToken);
            }
            else
            {
                await RefreshAsync(round, now, cancellationToken);
            }
        }
    }

    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await _store.FindAsync(entry.Subject!.Value, cancellationToken) is not { State: RoundState.Announced, IsLive: true } round || round.At <= now)
        {
            return new OutboxVerdict.Drop("The round is over, or does not take place.");
        }

        return round.People.Any(person => person.Member == entry.MemberKey && person is { IsWilling: true, Skips: false })
            ? new OutboxVerdict.Say()
            : new OutboxVerdict.Drop("The member does not take part.");
    }

    public void Forget() => _outbox.Forget();

    private async Task RefreshAsync(StoredRound round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (texts, at) = (_rules.Of(round.Community).Wording(), now.ToUnixTimeMilliseconds());
        foreach (var person in round.People)
        {
            var wanted = RoundTexts.Of(round, person, texts);
            if (person.Notice is null)
            {
                await TellAsync(round, person, wanted, texts, at, cancellationToken);
            }
            else if (person.Notice is { IsThere: true } standing && (wanted is null || !person.IsWilling))
            {
                await _outbox.WithdrawAsync(standing.Id, "The round does not take place for this member.", at, cancellationToken);
            }
            else if (person.Notice is { CanChange: true } said && wanted is { } text && said.Text != text.Text)
            {
                await _outbox.ChangeAsync(said.Id, text.Text, text.HasButtons ? RoundTexts.Buttons(round.Id, texts) : [], [], at, cancellationToken);
            }
        }
    }

    private async Task TellAsync(StoredRound round, RoundPerson person, (string Text, bool HasButtons)? wanted, TextBook texts, long now, CancellationToken cancellationToken)
    {
        if (wanted is not { HasButtons: true } notice || !person.IsWilling)
        {
            return;
        }

        var entry = new NewOutboxEntry
        {
            Community = round.Community,
            Kind = OutboxKind.RoundNotice,
            Channel = round.Channel,
            Subject = round.Id,
            Member = person.Member,
            Text = notice.Text,
            Buttons = RoundTexts.Buttons(round.Id, texts),
            Reason = "He takes part in rounds of introductions.",
            ExpiresAt = round.At,
            About = [],
        };
        await _outbox.AddAsync(entry, now, cancellationToken);
    }
}
