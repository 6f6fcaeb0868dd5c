using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>
/// Puts before moderators, where they want to hear from the bot, posts that are nothing but promotion, with the reasons: nobody else is told. Said also where the bot only
/// observes. What they decided from elsewhere is shown in the message.
/// </summary>
internal sealed class PromotionQueue(WriteSession session, RulesBook rules, Func<MessagePlace, Uri?> linkTo) : IVoice
{
    /// <summary>More wait in the list.</summary>
    private const int MostADay = 5;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>Authors change and take away what they wrote a moment ago.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LookedBack = TimeSpan.FromHours(24);

    private readonly OutboxStore _store = new(session);
    private readonly ModeratorMessages _moderators = new(session, rules, new OutboxStore(session));
    private readonly CandidateQuery _candidates = new(session);
    private readonly QueueStore _queue = new(session);
    private readonly QueueJudge _judge = new(session, rules, new QueueStore(session));
    private readonly NoteOffer _offer = new(rules, new QueueStore(session), new ModeratorMessages(session, rules, new OutboxStore(session)));
    private DateTimeOffset _lookedAt;

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Queued];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        if (now - _lookedAt >= BetweenLooks)
        {
            foreach (var post in await _candidates.NextAsync((now - LookedBack).ToUnixTimeMilliseconds(), (now - Settles).ToUnixTimeMilliseconds(), cancellationToken))
            {
                await _judge.JudgeAsync(post, now, cancellationToken);
            }

            await _offer.OfferAsync(now, cancellationToken);
            _lookedAt = now;
        }

        await TellAsync(now, cancellationToken);
        await RefreshAsync(now.ToUnixTimeMilliseconds(), cancellationToken);
    }

    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) =>
        NoteOffer.Is(entry) && rules.Of(entry.Community).PromoterNote ? new OutboxVerdict.Drop("It is on already.")
            : !NoteOffer.Is(entry) && await _queue.FindAsync(entry.Subject ?? 0, cancellationToken) is not { IsAccepted: null } ? new OutboxVerdict.Drop("It is gone, or decided.")
            : rules.Of(entry.Community).QuietHours is { } quiet && quiet.Contains(now) ? new OutboxVerdict.Hold("Quiet hours.", quiet.After(now, TimeSpan.Zero))
            : new OutboxVerdict.Say();

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        _store.Forget();
        _candidates.Forget();
        _lookedAt = default;
    }

    private async Task TellAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var post in await _queue.UnsaidAsync(now.ToUnixTimeMilliseconds(), cancellationToken))
        {
            if (await _queue.SaidInADayAsync(post.Community, now.ToUnixTimeMilliseconds(), cancellationToken) < MostADay)
            {
                await _moderators.AddAsync(New(post), now, cancellationToken);
            }
        }
    }

    private ModeratorMessage New(QueuedPromotion post)
    {
        var texts = rules.Of(post.Community).Wording();
        return new ModeratorMessage
        {
            Community = post.Community,
            Kind = OutboxKind.Queued,
            Subject = post.Message,
            Text = QueueTexts.Question(post, linkTo(post.Place), texts),
            Buttons = QueueTexts.Buttons(post, inList: false, texts),
            Reason = string.Join(", ", post.Reasons),
            About = [post.Message],
        };
    }

    private async Task RefreshAsync(long now, CancellationToken cancellationToken)
    {
        foreach (var (entry, post) in await _queue.StaleAsync(now, cancellationToken))
        {
            var texts = rules.Of(post.Community).Wording();
            await _store.ChangeAsync(entry, QueueTexts.After(post, post.IsAccepted == true, texts), [post.Message], now, cancellationToken);
        }

        foreach (var entry in await _queue.GoneAsync(now, cancellationToken))
        {
            await _store.WithdrawAsync(entry, "The post is gone.", now, cancellationToken);
        }
    }
}
