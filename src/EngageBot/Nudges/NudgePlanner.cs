using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.ReplyGraph;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>
/// Watches posts that invite a reply and plans what is said about those that stay open. What it keeps in memory is when to look again; how a post stands is
/// asked of the store at that moment, and nothing later than that moment is looked at.
/// </summary>
internal sealed class NudgePlanner
{
    /// <summary>Posts that are looked at together, so that processors share the work.</summary>
    private const int AtOnce = 64;

    /// <summary>What may have an answer that is not known yet is looked at again so much later, milliseconds.</summary>
    private const long Held = 1_000;

    /// <summary>So long others who write wait; after a start, when whole communities are looked at for the first time, it would be much longer.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMilliseconds(300);

    private readonly PostChecks _checks = new();
    private readonly RulesBook _rules;
    private readonly WriteSession _session;
    private readonly PostQuery _posts;
    private readonly NudgeStore _nudges;
    private readonly HelperRanking _ranking;
    private readonly PostLook _look;
    private readonly PostWorth _worth;
    private readonly bool _isLive;
    private readonly CommunityPaces? _paces;
    private readonly Func<Platform, bool> _isCaughtUp;
    private PlanningFacts _facts;
    private LiveAsks? _live;
    private PlanningForesight _foresight;

    /// <param name="review">Looks again at a post before something is done about it; null where the first decision is the last word.</param>
    /// <param name="isLive">Only those are asked who agreed to it; else everybody is a helper by answering.</param>
    /// <param name="isCaughtUp">Whether all that was written on a platform is stored; null where it always is. Nothing is planned before.</param>
    /// <param name="paces">Shared with other planners; null where there is none.</param>
    public NudgePlanner(
        WriteSession session, HelperRanking ranking, LinkReview? review, RulesBook rules, bool isLive = false, Func<Platform, bool>? isCaughtUp = null, CommunityPaces? paces = null)
    {
        (_isLive, _paces, _isCaughtUp, _rules, _session, _ranking) = (isLive, paces, isCaughtUp ?? (_ => true), rules, session, ranking);
        (_posts, _worth, _nudges) = (new PostQuery(session, rules), new PostWorth(session), new NudgeStore(session));
        _look = new PostLook(_posts, review);
        (_facts, _live, _foresight) = Begin();
    }

    /// <summary>When there is next something to look at, unix milliseconds; null where nothing is watched.</summary>
    public long? NextDue => _checks.NextDue;

    /// <summary>Watches posts from now on.</summary>
    public async Task WatchAsync(IEnumerable<WaitingPost> posts, CancellationToken cancellationToken)
    {
        await _session.OpenAsync(cancellationToken);
        foreach (var post in posts)
        {
            _checks.AddEarly(post, await _facts.RulesAsync(post, cancellationToken));
        }
    }

    /// <summary>Who may be asked has changed: people left, or chose something else.</summary>
    public void Reread(IReadOnlySet<long> communities) => _live?.Reread(communities);

    /// <summary>Channels may have other names, or are open to others than before.</summary>
    public void RereadChannels() => _facts.ForgetChannels();

    /// <summary>Stops watching: what happens next is not known.</summary>
    public void Rest() => _checks.Clear();

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        _checks.Clear();
        (_facts, _live, _foresight) = Begin();
    }

    /// <summary>Watches what was written before this process began, and after a moment; where people were asked already, for the step after that.</summary>
    public async Task LoadAsync(long after, long now, CancellationToken cancellationToken)
    {
        await _session.BeginAsync(cancellationToken);
        foreach (var post in await _posts.SinceAsync(Since(after, now), _isLive ? long.MaxValue : now, cancellationToken)) // By a clock that was set back what is stored has happened too.
        {
            await GoOnAsync(post, now, cancellationToken);
        }

        await _session.CommitAsync(cancellationToken);
    }

    /// <summary>Watches posts again that were settled and may not be any more.</summary>
    /// <param name="messages">Messages, posts or not.</param>
    public Task WatchAgainAsync(IReadOnlyList<long> messages, long after, long now, CancellationToken cancellationToken) => ForEachAsync(
        [.. messages.Where(message => !_checks.IsWatched(message))],
        after,
        now,
        post => GoOnAsync(post, now, cancellationToken),
        cancellationToken);

    /// <summary>Asks somebody else about posts where one who was asked did not want to, or was not reached.</summary>
    public Task AskInsteadAsync(IReadOnlyList<long> posts, long after, long now, CancellationToken cancellationToken) =>
        ForEachAsync(posts, after, now, post => AskInsteadAsync(post, now, cancellationToken), cancellationToken);

    /// <summary>Begins the first step about posts for which somebody was sought, unless it has begun.</summary>
    public Task BeginAsync(IReadOnlyList<long> posts, long after, long now, CancellationToken cancellationToken) =>
        ForEachAsync(posts, after, now, post => BeginAsync(post, now, cancellationToken), cancellationToken);

    /// <summary>Looks at everything that is due by a moment, in order, and stores what is planned.</summary>
    public async Task RunOnceAsync(long now, CancellationToken cancellationToken)
    {
        while (NextDue <= now)
        {
            await _session.BeginAsync(cancellationToken);
            for (var begun = Stopwatch.GetTimestamp(); NextDue <= now && Stopwatch.GetElapsedTime(begun) < LongestTurn;)
            {
                await LookAtSomeAsync(now, cancellationToken);
            }

            await _session.CommitAsync(cancellationToken);
        }
    }

    private async Task LookAtSomeAsync(long now, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(now, cancellationToken);
        await _look.LookAheadAsync(open, now, cancellationToken);
        await _foresight.OfWhatIsDueAsync(open, now, cancellationToken);
        foreach (var check in open)
        {
            await LookAsync(check, now, cancellationToken);
        }
    }

    private long Since(long after, long now) => Math.Max(after, now - (long)_rules.LongestRest.TotalMilliseconds);

    /// <summary>Watches a post from where the store says that it stands on.</summary>
    private async Task GoOnAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        var (step, at) = await _nudges.LastStepAsync(post.Message, cancellationToken);
        if (step is null && _live is not null && await _live.IsSoughtAsync(post.Message, cancellationToken))
        {
            await BeginAsync(post, now, cancellationToken);
        }
        else if (step is null && _live is not null && await _live.HeldAtAsync(post.Message, cancellationToken) is { } held)
        {
            _checks.AddSecond(post, new Wait(TimeSpan.FromMilliseconds(held - post.At), string.Empty), held, await _facts.RulesAsync(post, cancellationToken));
        }
        else if (step is null)
        {
            await WatchAsync([post], cancellationToken);
        }
        else if (step == NudgeStep.Ask)
        {
            var waited = (_live is null ? null : await _live.WaitSoughtAsync(post, now, cancellationToken)) ?? new Wait(TimeSpan.FromMilliseconds(at - post.At), string.Empty);
            _checks.AddSecond(post, waited, at, await _facts.RulesAsync(post, cancellationToken));
            await AskInsteadAsync(post, now, cancellationToken);
        }
    }

    /// <summary>It is looked at now, as if its wait were over, in place of what was to come.</summary>
    private async Task BeginAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        if ((await _nudges.LastStepAsync(post.Message, cancellationToken)).Step is null && await _facts.WaitAsync(post, now, cancellationToken) is { } wait)
        {
            _checks.Remove(post.Message);
            _checks.Add(new PostCheck(post, PostCheckKind.First, wait with { Reason = "a member asked for it" }), now);
        }
    }

    private async Task ForEachAsync(IReadOnlyList<long> keys, long after, long now, Func<WaitingPost, Task> act, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return;
        }

        await _session.BeginAsync(cancellationToken);
        foreach (var key in keys)
        {
            if (await _posts.FindAsync(key, Since(after, now), now, cancellationToken) is { } post)
            {
                await act(post);
            }
        }

        await _session.CommitAsync(cancellationToken);
    }

    private async Task AskInsteadAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        if (_live is not null && await _look.IsOpenAsync(post, now, cancellationToken))
        {
            foreach (var nudge in await _live.InsteadAsync(post, now, cancellationToken))
            {
                await _nudges.AddAsync(nudge, cancellationToken);
            }
        }
    }

    /// <summary>What is due now and still open, some at a time.</summary>
    private async Task<List<PostCheck>> OpenAsync(long now, CancellationToken cancellationToken)
    {
        var due = _checks.TakeDue(now, AtOnce);
        await _foresight.OfHowTheyStandAsync(due, now, cancellationToken);
        List<PostCheck> open = [];
        foreach (var check in due)
        {
            var rules = await _facts.RulesAsync(check.Post, cancellationToken);
            if (now - check.Post.At > rules.RestAfter.TotalMilliseconds || !await _look.IsOpenAsync(check.Post, now, cancellationToken))
            {
                continue;
            }

            if (!_isCaughtUp(await _facts.PlatformAsync(check.Post, cancellationToken)))
            {
                _checks.Add(check, now + Held);
            }
            else if (_live is not null && await _live.ClaimedUntilAsync(check.Post.Message, now, cancellationToken) is { } until)
            {
                _checks.Add(check, until);
            }
            else
            {
                open.Add(check);
            }
        }

        return open;
    }

    private Task LookAsync(PostCheck check, long now, CancellationToken cancellationToken) => check.Kind switch
    {
        PostCheckKind.Early => LookEarlyAsync(check.Post, now, cancellationToken),
        PostCheckKind.First => AskAsync(check.Post, check.Wait, now, cancellationToken),
        _ => PutOnBoardAsync(check, now, cancellationToken),
    };

    private async Task LookEarlyAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        if (await _facts.WaitAsync(post, now, cancellationToken) is not { } wait)
        {
            return;
        }

        var rules = await _facts.RulesAsync(post, cancellationToken);
        var due = PostChecks.After(post.At, wait.Time, rules);
        due = _live is null ? due : LiveAsks.Spread(post, due, rules);
        if (due > now)
        {
            _checks.Add(new PostCheck(post, PostCheckKind.First, wait), due);
        }
        else
        {
            await AskAsync(post, wait, now, cancellationToken);
        }
    }

    private async Task PutOnBoardAsync(PostCheck check, long now, CancellationToken cancellationToken)
    {
        if ((check.IsReviewed || (await _look.ReviewAsync(check.Post, now, cancellationToken)).IsOpen) && await _worth.IsWorthAsync(check.Post, now, cancellationToken))
        {
            var community = await _facts.CommunityAsync(check.Post, cancellationToken);
            var wasAsked = _live is null || await _live.HeldAtAsync(check.Post.Message, cancellationToken) is null;
            await _nudges.AddAsync(NudgePolicy.Second(community, check.Post.Message, _rules.Of(community), now, wasAsked), cancellationToken);
        }
    }

    private async Task AskAsync(WaitingPost post, Wait wait, long now, CancellationToken cancellationToken)
    {
        var (isOpen, isReviewed) = await _look.ReviewAsync(post, now, cancellationToken);
        if (!isOpen || !await _worth.IsWorthAsync(post, now, cancellationToken))
        {
            return;
        }

        var rules = await _facts.RulesAsync(post, cancellationToken);
        var planned = _live is not null ? await _live.FirstAsync(post, wait, now, cancellationToken)
            : NudgePolicy.First(await _facts.SituationAsync(post, wait, now, cancellationToken), rules, now);
        foreach (var nudge in planned ?? [])
        {
            await _nudges.AddAsync(nudge, cancellationToken);
        }

        if (planned is null || planned.Any(nudge => nudge.Step == NudgeStep.Ask))
        {
            _checks.AddSecond(post, wait, now, rules, isReviewed);
        }
    }

    private (PlanningFacts Facts, LiveAsks? Live, PlanningForesight Foresight) Begin()
    {
        var facts = new PlanningFacts(_session, _nudges, _ranking, _rules, _paces ?? new CommunityPaces(_session));
        return (facts, _isLive ? new LiveAsks(_session, facts, _nudges, _ranking, _rules) : null, new PlanningForesight(_session, facts, _isLive, _look.Reviews));
    }
}
