using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Nudges;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;

namespace EngageBot.SelfPromotion.Notes;

/// <summary>
/// Tells somebody whose post moderators called promotion, in private and at most once in 14 days, that his post is up and who asked about things that he knows. Only where
/// moderators switched it on; elsewhere, see <see cref="ClosingQuestions"/>.
/// </summary>
internal sealed class PromoterNotes(WriteSession session, RulesBook rules, Func<Platform, IChatPlatform?> platformOf) : IVoice
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    /// <summary>Later than this nobody thinks of his post any more.</summary>
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(3);

    private static readonly TimeSpan BetweenNotes = TimeSpan.FromDays(14);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly Dictionary<long, DateTimeOffset> _lookedAt = [];
    private readonly OutboxStore _store = new(session);
    private readonly PublicPostQuery _communities = new(session);
    private readonly NoteQuery _notes = new(session);
    private readonly NoteFinder _finder = new(session, rules, new NoteQuery(session), new Visibility(platformOf));
    private readonly ClosingQuestions _closing = new(session, rules);
    private readonly ContactBook _contacts = new(session, rules);

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.PromoterNote];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        foreach (var (community, liveSince) in await _communities.CommunitiesAsync(cancellationToken))
        {
            if (liveSince is not null && now - _lookedAt.GetValueOrDefault(community) >= BetweenLooks)
            {
                await (rules.Of(community).PromoterNote ? LookAsync(community, now, cancellationToken) : _closing.LookAsync(community, liveSince.Value, now, cancellationToken));
                _lookedAt[community] = now;
            }
        }
    }

    public Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) =>
        ClosingQuestions.Is(entry) ? _closing.JudgeAsync(entry, now, cancellationToken) : JudgeNoteAsync(entry, now, cancellationToken);

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        _store.Forget();
        _closing.Forget();
        _lookedAt.Clear();
    }

    private async Task<OutboxVerdict> JudgeNoteAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!rules.Of(entry.Community).PromoterNote || await _notes.FindAsync(entry.Subject!.Value, cancellationToken) is not { } candidate)
        {
            return new OutboxVerdict.Drop("Moderators switched notes off, or the post is gone.");
        }

        var (before, count) = await _notes.OfEntryAsync(entry.Id, cancellationToken);
        List<OpenQuestion> questions = [];
        foreach (var question in before)
        {
            if (await _finder.IsForAsync(question, entry.Community, candidate.MemberId, cancellationToken))
            {
                questions.Add(question);
            }
        }

        if (questions.Count == 0)
        {
            return new OutboxVerdict.Drop("All of them were answered.");
        }

        if (questions.Count < count)
        {
            var texts = rules.Of(entry.Community).Wording();
            await _store.ChangeAsync(
                entry.Id, NoteTexts.Note(candidate, questions, LinkTo, texts), NoteTexts.Buttons(texts), [.. questions.Select(question => question.Post)], now.ToUnixTimeMilliseconds(), cancellationToken);
            return new OutboxVerdict.Hold("Some of them were answered.", now + Soon);
        }

        return new OutboxVerdict.Say();
    }

    private async Task LookAsync(long community, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (since, lately, at) = ((now - LookedBack).ToUnixTimeMilliseconds(), (now - BetweenNotes).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        foreach (var candidate in await _notes.CandidatesAsync(community, since, lately, cancellationToken))
        {
            if (await _contacts.DecideAsync(new ContactRequest(ContactKind.PromoterNote, candidate.Member), at, cancellationToken) is not ContactDecision.Never
                && await _finder.FindAsync(community, candidate, now, cancellationToken) is { Count: > 0 } questions)
            {
                await _store.AddAsync(New(community, candidate, questions, now), at, cancellationToken);
            }
        }
    }

    private NewOutboxEntry New(long community, NoteCandidate candidate, IReadOnlyList<OpenQuestion> questions, DateTimeOffset now)
    {
        var texts = rules.Of(community).Wording();
        return new NewOutboxEntry
        {
            Community = community,
            Kind = OutboxKind.PromoterNote,
            Channel = candidate.Channel,
            Subject = candidate.Post,
            Member = candidate.Member,
            Text = NoteTexts.Note(candidate, questions, LinkTo, texts),
            Buttons = NoteTexts.Buttons(texts),
            Reason = "Moderators accepted his post in the queue; people wait for answers that he may know.",
            ExpiresAt = now + rules.Of(community).RestAfter,
            About = [.. questions.Select(question => question.Post)],
        };
    }

    private Uri? LinkTo(MessagePlace place) => platformOf(place.Channel.Community.Platform)?.LinkTo(place);
}
