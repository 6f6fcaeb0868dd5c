using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>
/// Brings what the bot says about open posts in public, in communities that are live, in line with the store: what was planned goes to the outbox, what was
/// answered meanwhile is withdrawn from it. It keeps nothing in memory: a restart between any two of its steps changes nothing.
/// </summary>
internal sealed class PublicNudges(WriteSession session, RulesBook rules, Func<MessagePlace, Uri?> linkTo) : IVoice
{
    /// <summary>The end of time: everything that is stored counts.</summary>
    private const long Whenever = long.MaxValue;

    /// <summary>What stands is watched for so long after the post is left in peace.</summary>
    private static readonly TimeSpan StillWatched = TimeSpan.FromDays(7);

    private readonly OutboxStore _store = new(session);
    private readonly OutboxQuery _outbox = new(session);
    private readonly PublicPostQuery _posts = new(session);
    private readonly PostQuery _states = new(session, rules);
    private readonly ClaimQuery _claims = new(session);
    private readonly WaitingBoard _board = new(session, rules, linkTo);

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Board, OutboxKind.Tag, OutboxKind.Reply];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        foreach (var (community, liveSince) in await _posts.CommunitiesAsync(cancellationToken))
        {
            await ReviewAsync(community, liveSince is not null, now, cancellationToken);
            if (liveSince is not null && rules.Of(community).PublicStep != PublicStep.Board)
            {
                await AddAsync(community, liveSince.Value, now, cancellationToken);
            }

            await _board.RefreshAsync(community, liveSince is not null, now, cancellationToken);
        }
    }

    /// <summary>Whether something planned is still to be said: the last question before it is.</summary>
    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await _posts.IsLiveAsync(entry.Community, cancellationToken))
        {
            return new OutboxVerdict.Drop("The bot only observes here.");
        }

        if (entry.Post is { } post && PublicStepPolicy.WhyNot(await _states.StateAsync(post, Whenever, cancellationToken)) is { } reason)
        {
            return new OutboxVerdict.Drop(reason);
        }

        if (entry.Post is { } claimed && await _claims.UntilAsync(claimed, except: 0, now.ToUnixTimeMilliseconds(), cancellationToken) is { } until)
        {
            return new OutboxVerdict.Hold("Somebody said they will reply.", DateTimeOffset.FromUnixTimeMilliseconds(until));
        }

        return new OutboxVerdict.Say();
    }

    /// <summary>Until a moment nothing is said about a post: it cannot be fetched.</summary>
    public void LeaveOut(long post, DateTimeOffset until) => _board.LeaveOut(post, until);

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        _store.Forget();
        _board.Forget();
    }

    /// <summary>Withdraws what is said, or was to be said, under posts that do not need it any more.</summary>
    private async Task ReviewAsync(long community, bool isLive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = rules.Of(community);
        var since = (now - own.RestAfter - StillWatched).ToUnixTimeMilliseconds();
        foreach (var entry in await _outbox.UnderPostsAsync(community, since, cancellationToken))
        {
            var reason = !isLive ? "The bot only observes here."
                : !await _posts.MayShowAsync(entry.ChannelKey, own, cancellationToken) ? "The channel is left alone, the step only observes there, or not everybody can read it any more."
                : PublicStepPolicy.WhyNot(await _states.StateAsync(entry.Post!.Value, Whenever, cancellationToken));
            var reception = reason is null && entry.State == OutboxState.Sent ? await _outbox.ReceptionAsync(entry, cancellationToken) : OutboxReception.Left;
            if (reception == OutboxReception.TakenAway)
            {
                await _posts.DismissAsync(entry.Post!.Value, now.ToUnixTimeMilliseconds(), cancellationToken);
                await _store.EndAsync(entry, OutboxState.Withdrawn, "Somebody took it away.", now.ToUnixTimeMilliseconds(), cancellationToken);
            }
            else if ((reception == OutboxReception.Unwelcome ? "The author did not want it." : reason) is { } unwanted)
            {
                await _store.WithdrawAsync(entry.Id, unwanted, now.ToUnixTimeMilliseconds(), cancellationToken);
            }
        }
    }

    /// <summary>Puts what was planned since the community is live into the outbox; what is not said after all too, with the reason.</summary>
    private async Task AddAsync(long community, long liveSince, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = rules.Of(community);
        var kind = own.PublicStep == PublicStep.Tag ? OutboxKind.Tag : OutboxKind.Reply;
        var since = Math.Max(liveSince, (now - own.RestAfter).ToUnixTimeMilliseconds());
        foreach (var post in await _posts.PlannedAsync(community, kind, since, cancellationToken))
        {
            var at = now.ToUnixTimeMilliseconds();
            var whyNot = PublicStepPolicy.WhyNot(await _states.StateAsync(post.Post.Message, Whenever, cancellationToken))
                ?? (PublicStepPolicy.MayShow(post.IsForEveryone, post.ChannelName, post.Place.Channel.Value, own) ? null : "Not everybody can read this channel.");
            var id = await _store.AddAsync(New(community, kind, post, own), at, cancellationToken);
            if (whyNot is not null)
            {
                await _store.WithdrawAsync(id, whyNot, at, cancellationToken);
            }
        }
    }

    private static NewOutboxEntry New(long community, OutboxKind kind, PublicPost post, CommunityRules rules) => new()
    {
        Community = community,
        Kind = kind,
        Channel = post.Post.Channel,
        Post = post.Post.Message,
        Text = kind == OutboxKind.Reply ? NudgeTexts.Reply(rules.Wording()) : string.Empty,
        Reason = post.Reason,
        ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(post.Post.At) + rules.RestAfter,
        About = [post.Post.Message],
    };
}
