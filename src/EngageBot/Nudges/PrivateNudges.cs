using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>
/// Brings what members are asked in private in line with the store: what was planned goes to the outbox, what is answered is said so in the message, without a new one, and
/// what came of it is noted. It keeps nothing in memory but when it last looked: a restart between any two of its steps changes nothing.
/// </summary>
/// <param name="report">Takes word of asks that did not arrive. It is told again until that is stored.</param>
internal sealed class PrivateNudges(
    WriteSession session, RulesBook rules, Func<Platform, IChatPlatform?> platformOf, Func<ChatEvent, CancellationToken, ValueTask> report) : IVoice
{
    /// <summary>The end of time: everything that is stored counts.</summary>
    private const long Whenever = long.MaxValue;

    /// <summary>What may come of an ask is watched for so long after the post is left in peace.</summary>
    private static readonly TimeSpan StillWatched = TimeSpan.FromDays(7);

    /// <summary>Where nothing is left but to see what came of it, nobody waits for that to the second.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>Two are asked about one post: how it stands with it is worked out once in a round.</summary>
    private readonly Dictionary<long, PostState> _known = [];
    private readonly OutboxStore _store = new(session);
    private readonly PublicPostQuery _communities = new(session);
    private readonly PlannedAskQuery _asks = new(session);
    private readonly PostQuery _states = new(session, rules);
    private readonly ClaimQuery _claims = new(session);
    private readonly Visibility _visibility = new(platformOf);
    private DateTimeOffset _lookedAt;

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Ask];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        _known.Clear();
        var (isLook, open) = (now - _lookedAt >= BetweenLooks, (now - rules.LongestRest).ToUnixTimeMilliseconds());
        var since = isLook ? open - (long)StillWatched.TotalMilliseconds : open;
        foreach (var (community, liveSince) in await _communities.CommunitiesAsync(cancellationToken))
        {
            foreach (var ask in await _asks.SaidAsync(community, since, cancellationToken))
            {
                if (isLook || ask.IsUnderWay)
                {
                    await ReviewAsync(ask, ask.Said!, liveSince is not null, now, cancellationToken);
                }
            }

            if (liveSince is not null)
            {
                await AddAsync(community, Math.Max(open, liveSince.Value), now, cancellationToken);
            }
        }

        _lookedAt = isLook ? now : _lookedAt;
    }

    /// <summary>Whether somebody is still to be asked: the last question before he is.</summary>
    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (post, member, at) = (entry.Post!.Value, entry.MemberKey!.Value, now.ToUnixTimeMilliseconds());
        if (PublicStepPolicy.WhyNot(await _states.StateAsync(post, Whenever, cancellationToken)) is { } reason)
        {
            return new OutboxVerdict.Drop(reason);
        }

        if (await _claims.UntilAsync(post, member, at, cancellationToken) is { } claimed)
        {
            return new OutboxVerdict.Hold("Somebody said they will reply.", DateTimeOffset.FromUnixTimeMilliseconds(claimed));
        }

        return await _visibility.MaySeeAsync(entry.Member!.Value, entry.Channel, cancellationToken) ? new OutboxVerdict.Say() : new OutboxVerdict.Drop("The member may not read the channel.");
    }

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        _store.Forget();
        _lookedAt = default;
    }

    private async Task AddAsync(long community, long since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var ask in await _asks.UnsaidAsync(community, since, cancellationToken))
        {
            await AddAsync(community, ask, now, cancellationToken);
        }
    }

    private async Task AddAsync(long community, PlannedAsk ask, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        var post = await StateAsync(ask.Post, cancellationToken);
        var whyNot = PublicStepPolicy.WhyNot(post)
            ?? (VisibilityPolicy.MaySpeakOf(ask.IsForEveryone, ask.ChannelName, ask.Place.Channel.Value, rules.Of(community)) ? null : "Not everybody can read this channel.");
        var id = await _store.AddAsync(New(community, ask, post), at, cancellationToken);
        if (whyNot is not null)
        {
            await _store.WithdrawAsync(id, whyNot, at, cancellationToken);
        }
    }

    private NewOutboxEntry New(long community, PlannedAsk ask, PostState post) => new()
    {
        Community = community,
        Kind = OutboxKind.Ask,
        Channel = ask.Channel,
        Post = ask.Post,
        Member = ask.Member,
        Text = AskTexts.Of(ask, post, LinkTo(ask), TextsOf(ask))?.Text ?? string.Empty,
        Buttons = AskTexts.Buttons(TextsOf(ask)),
        Reason = ask.Reason,
        ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(ask.PostedAt) + rules.Of(community).RestAfter,
        About = [ask.Post],
    };

    private async Task ReviewAsync(PlannedAsk ask, SaidAsk said, bool isLive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (said is { WasSent: false, State: OutboxState.Refused or OutboxState.Withdrawn or OutboxState.Expired })
        {
            if (isLive && ask.Answer is null)
            {
                await report(new AskAnswered(ask.MemberId.Community, now, ask.MemberId, said.Id, AskAnswer.NotDelivered), cancellationToken);
            }

            return;
        }

        var post = await StateAsync(ask.Post, cancellationToken);
        if (post.AnsweredAt is not null)
        {
            ask = await _asks.WithOutcomeAsync(ask, now.ToUnixTimeMilliseconds(), cancellationToken);
        }

        if (!said.IsUnwanted && said.State is OutboxState.Planned or OutboxState.Sent or OutboxState.Claimed or OutboxState.Uncertain)
        {
            await RefreshAsync(ask, said, post, isLive, now, cancellationToken);
        }
    }

    /// <summary>A quote goes with the post; where it was answered the message says so in its place. What may have been sent or not is looked for by its text, which stays until then.</summary>
    private async Task RefreshAsync(PlannedAsk ask, SaidAsk said, PostState post, bool isLive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        var isGone = !post.IsOpen && !(said.State == OutboxState.Sent && (post.AnsweredAt is not null || post.IsSettled));
        if (said.HasButtons && ask.Answer is null && (!isLive || isGone))
        {
            await _store.WithdrawAsync(said.Id, isLive ? PublicStepPolicy.WhyNot(post)! : "The bot only observes here.", at, cancellationToken);
        }
        else if (said.State == OutboxState.Sent && AskTexts.Of(ask, post, LinkTo(ask), TextsOf(ask)) is { } wanted && wanted.Text != said.Text)
        {
            await _store.ChangeAsync(said.Id, wanted.Text, wanted.HasButtons ? AskTexts.Buttons(TextsOf(ask)) : [], [ask.Post], at, cancellationToken);
        }
    }

    private async Task<PostState> StateAsync(long post, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(post, out var state))
        {
            _known[post] = state = await _states.StateAsync(post, Whenever, cancellationToken);
        }

        return state;
    }

    private TextBook TextsOf(PlannedAsk ask) => rules.Of(ask.Place.Channel.Community).Wording();

    private Uri? LinkTo(PlannedAsk ask) => platformOf(ask.Place.Channel.Community.Platform)?.LinkTo(ask.Place);
}
