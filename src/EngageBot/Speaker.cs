using System.Data.Common;
using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Concerns;
using EngageBot.Database;
using EngageBot.Digest;
using EngageBot.Introductions.Proposals;
using EngageBot.Introductions.Rounds;
using EngageBot.Nudges;
using EngageBot.Onboarding;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;
using EngageBot.Outcomes;
using EngageBot.SelfPromotion.Notes;
using EngageBot.SelfPromotion.Queue;
using EngageBot.Turns;

namespace EngageBot;

/// <summary>
/// The half of the product that speaks, beside the <see cref="Engine"/> that listens: on a connection of its own, because what waits for a network must not
/// keep anybody from writing. Whoever owns the clock calls <see cref="RunOnceAsync"/>.
/// </summary>
internal sealed class Speaker : IAsyncDisposable
{
    private readonly WriteSession _session;
    private readonly RulesBook _rules;
    private readonly IReadOnlyList<IVoice> _voices;
    private readonly IReadOnlyList<Func<OutboxEntry, DateTimeOffset, CancellationToken, Task<OutboxVerdict>>> _gates;
    private readonly OutboxSender _sender;

    /// <param name="report">Takes word of posts that turn out to be gone, and of people who were not reached.</param>
    /// <param name="charts">Makes pictures; without it all is in words.</param>
    public Speaker(
        DbDataSource database, RulesBook rules, IReadOnlyList<IChatPlatform> platforms, Func<ChatEvent, CancellationToken, ValueTask> report, OutboxJournal journal, ChartImage? charts = null)
    {
        _session = new WriteSession(database);
        _rules = rules;
        IChatPlatform? PlatformOf(Platform platform) => platforms.FirstOrDefault(one => one.Platform == platform);
        var store = new OutboxStore(_session);
        var moderators = new ModeratorMessages(_session, rules, store);
        Uri? LinkTo(MessagePlace place) => PlatformOf(place.Channel.Community.Platform)?.LinkTo(place);
        var inPublic = new PublicNudges(_session, rules, LinkTo);
        var (raids, approvals) = (new RaidWatch(_session, rules, moderators), new Approvals(_session, rules, moderators, store));
        _voices =
        [
            new PrivateNudges(_session, rules, PlatformOf, report),
            inPublic,
            new ModeratorRelay(_session, moderators),
            new Arrival(_session, rules, moderators, store),
            new FirstReport(_session, rules, moderators, PlatformOf, charts),
            new Announcements(_session, rules, store),
            new HelperNotices(_session, rules, store, report),
            new HintWatch(_session, rules, moderators),
            raids,
            new TurnReminders(_session, rules, PlatformOf),
            new HelperThanks(_session, rules, PlatformOf),
            new ShownClaims(_session, rules),
            new ConcernNotes(_session, rules, LinkTo),
            new PromotionQueue(_session, rules, LinkTo),
            new PromoterNotes(_session, rules, PlatformOf),
            new RoundNotices(_session, rules),
            new Introducer(_session, rules, PlatformOf),
            new WeeklyDigest(_session, rules, LinkTo),
            approvals, // After all whose words it shows: it shows them as they are now.
            new GoneQuotes(_session),
        ];
        var contacts = new ContactGate(_session, rules, PlatformOf);
        _gates = [contacts.LetThroughAsync, new PublicGate(_session, rules).LetThroughAsync, raids.LetThroughAsync, approvals.LetThroughAsync, contacts.IsThereAsync];
        _sender = new OutboxSender(_session, platforms, rules, new OutboxCallers(JudgeAsync, report, inPublic.LeaveOut), journal);
    }

    /// <summary>When there is next something to do without anything new having happened; null for never.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => _sender.NextDueAsync(cancellationToken);

    /// <summary>How much there is still to do, by its state.</summary>
    public Task<IReadOnlyDictionary<string, long>> CountsAsync(CancellationToken cancellationToken) => _sender.CountsAsync(cancellationToken);

    /// <summary>Looks at what is to be said and what stands, and does what is due.</summary>
    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isWhole = false;
        try
        {
            await _rules.RefreshAsync(cancellationToken);
            foreach (var voice in _voices)
            {
                await voice.RunOnceAsync(now, cancellationToken);
            }

            await _sender.RunOnceAsync(now, cancellationToken);
            isWhole = true;
        }
        finally
        {
            if (!isWhole)
            {
                await _session.AbandonAsync();
                foreach (var voice in _voices)
                {
                    voice.Forget();
                }
            }
        }
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    /// <summary>What its voice would still say passes those who watch over all voices, in this order; the platform is asked of a member last.</summary>
    private async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var verdict = await _voices.Single(voice => voice.Kinds.Contains(entry.Kind)).JudgeAsync(entry, now, cancellationToken);
        foreach (var gate in _gates)
        {
            verdict = verdict is OutboxVerdict.Say ? await gate(entry, now, cancellationToken) : verdict;
        }

        return verdict;
    }
}
