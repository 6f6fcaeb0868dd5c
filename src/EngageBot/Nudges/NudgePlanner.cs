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

    private readonly PriorityQueue<PostCheck, (long Due, long Post)> _checks = new();
    private readonly RulesBook _rules;
    private readonly WriteSession _session;
    private readonly PostQuery _posts;
    private readonly NudgeStore _nudges;
    private readonly HelperRanking _ranking;
    private readonly LinkReview? _review;
    private readonly bool _mayAsk;
    private readonly Func<Platform, bool> _isCaughtUp;
    private PlanningFacts _facts;

    /// <param name="review">Looks again at a post before something is done about it; null where the first decision is the last word.</param>
    /// <param name="mayAsk">Whether people may be asked privately; where not, a post is shown to everybody at once.</param>
    /// <param name="isCaughtUp">Whether all that was written on a platform is stored; null where it always is. Nothing is planned before.</param>
    public NudgePlanner(
        WriteSession session, HelperRanking ranking, LinkReview? review, RulesBook rules, bool mayAsk = true, Func<Platform, bool>? isCaughtUp = null)
    {
        _isCaughtUp = isCaughtUp ?? (_ => true);
        _mayAsk = mayAsk;
        _review = review;
        _rules = rules;
        _session = session;
        _ranking = ranking;
        _posts = new PostQuery(_session, rules);
        _nudges = new NudgeStore(_session);
        _facts = new PlanningFacts(_session, _nudges, ranking, rules, mayAsk);
    }

    /// <summary>When there is next something to look at, unix milliseconds; null where nothing is watched.</summary>
    public long? NextDue => _checks.TryPeek(out _, out var first) ? first.Due : null;

    /// <summary>Watches posts from now on. The first look comes early, so that what was answered at once is soon off the list.</summary>
    public async Task WatchAsync(IEnumerable<WaitingPost> posts, CancellationToken cancellationToken)
    {
        await _session.OpenAsync(cancellationToken);
        foreach (var post in posts)
        {
            var rules = await _facts.RulesAsync(post, cancellationToken);
            Add(new PostCheck(post, PostCheckKind.Early, Wait: default), post.At + ((long)rules.WaitAtLeast.TotalMilliseconds / 2));
        }
    }

    /// <summary>Stops watching: what happens next is not known.</summary>
    public void Rest() => _checks.Clear();

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        _checks.Clear();
        _facts = new PlanningFacts(_session, _nudges, _ranking, _rules, _mayAsk);
    }

    /// <summary>Watches what was written before this process began, and after a moment; where people were asked already, for the step after that.</summary>
    public async Task LoadAsync(long after, long now, CancellationToken cancellationToken)
    {
        await _session.BeginAsync(cancellationToken);
        foreach (var post in await _posts.SinceAsync(Since(after, now), now, cancellationToken))
        {
            await GoOnAsync(post, cancellationToken);
        }

        await _session.CommitAsync(cancellationToken);
    }

    /// <summary>Watches posts again that were settled and may not be any more.</summary>
    /// <param name="messages">Messages, posts or not.</param>
    public async Task WatchAgainAsync(IReadOnlyList<long> messages, long after, long now, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
        {
            return;
        }

        await _session.BeginAsync(cancellationToken);
        foreach (var message in messages)
        {
            var isWatched = _checks.UnorderedItems.Any(check => check.Element.Post.Message == message);
            if (!isWatched && await _posts.FindAsync(message, Since(after, now), now, cancellationToken) is { } post)
            {
                await GoOnAsync(post, cancellationToken);
            }
        }

        await _session.CommitAsync(cancellationToken);
    }

    /// <summary>Looks at everything that is due by a moment, in order, and stores what is planned.</summary>
    public async Task RunOnceAsync(long now, CancellationToken cancellationToken)
    {
        if (NextDue is null || NextDue > now)
        {
            return;
        }

        await _session.BeginAsync(cancellationToken);
        while (NextDue <= now)
        {
            var open = await OpenAsync(now, cancellationToken);
            await LookAheadAsync(open, now, cancellationToken);
            foreach (var check in open)
            {
                await LookAsync(check, now, cancellationToken);
            }
        }

        await _session.CommitAsync(cancellationToken);
    }

    private long Since(long after, long now) => Math.Max(after, now - (long)_rules.LongestRest.TotalMilliseconds);

    /// <summary>Watches a post from where the store says that it stands on.</summary>
    private async Task GoOnAsync(WaitingPost post, CancellationToken cancellationToken)
    {
        var (step, at) = await _nudges.LastStepAsync(post.Message, cancellationToken);
        if (step is null)
        {
            await WatchAsync([post], cancellationToken);
        }
        else if (step == NudgeStep.Ask)
        {
            AddSecond(post, new Wait(TimeSpan.FromMilliseconds(at - post.At), string.Empty), at, await _facts.RulesAsync(post, cancellationToken));
        }
    }

    private void Add(PostCheck check, long due) => _checks.Enqueue(check, (due, check.Post.Message));

    /// <summary>What is due now and still open, some at a time.</summary>
    private async Task<List<PostCheck>> OpenAsync(long now, CancellationToken cancellationToken)
    {
        List<PostCheck> open = [];
        for (var left = AtOnce; left > 0 && NextDue <= now; left--)
        {
            var check = _checks.Dequeue();
            var rules = await _facts.RulesAsync(check.Post, cancellationToken);
            if (now - check.Post.At > rules.RestAfter.TotalMilliseconds || !await IsOpenAsync(check.Post, now, cancellationToken))
            {
                continue;
            }

            if (_isCaughtUp(await _facts.PlatformAsync(check.Post, cancellationToken)))
            {
                open.Add(check);
            }
            else
            {
                Add(check, now + Held);
            }
        }

        return open;
    }

    private async ValueTask LookAheadAsync(List<PostCheck> open, long now, CancellationToken cancellationToken)
    {
        if (_review is not null)
        {
            var reviewed = open.Where(check => check.Kind != PostCheckKind.Early && !check.IsReviewed);
            await _review.LookAheadAsync([.. reviewed.Select(check => (check.Post.Channel, check.Post.Message, check.Post.At))], now, cancellationToken);
        }
    }

    private async ValueTask<bool> IsOpenAsync(WaitingPost post, long now, CancellationToken cancellationToken) =>
        (await _posts.StateAsync(post.Message, now, cancellationToken)).IsOpen;

    private async Task LookAsync(PostCheck check, long now, CancellationToken cancellationToken)
    {
        var post = check.Post;
        switch (check.Kind)
        {
            case PostCheckKind.Early:
                await LookEarlyAsync(post, now, cancellationToken);
                break;
            case PostCheckKind.First:
                await AskAsync(post, check.Wait, now, cancellationToken);
                break;
            default:
                await PutOnBoardAsync(check, now, cancellationToken);
                break;
        }
    }

    private async Task LookEarlyAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        if (await _facts.WaitAsync(post, now, cancellationToken) is not { } wait)
        {
            return;
        }

        var due = After(post.At, wait.Time, await _facts.RulesAsync(post, cancellationToken));
        if (due > now)
        {
            Add(new PostCheck(post, PostCheckKind.First, wait), due);
        }
        else
        {
            await AskAsync(post, wait, now, cancellationToken);
        }
    }

    /// <summary>Whether a post is open on a second look too, at what it and the lines after it answer.</summary>
    /// <returns>And whether there is nothing left to be looked at.</returns>
    private async Task<(bool IsOpen, bool IsReviewed)> ReviewAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        if (_review is null)
        {
            return (true, true);
        }

        var isReviewed = await _review.ReviewAsync(post.Channel, post.Message, post.At, now, cancellationToken);
        return (await IsOpenAsync(post, now, cancellationToken), isReviewed);
    }

    private async Task PutOnBoardAsync(PostCheck check, long now, CancellationToken cancellationToken)
    {
        if (check.IsReviewed || (await ReviewAsync(check.Post, now, cancellationToken)).IsOpen)
        {
            var community = await _facts.CommunityAsync(check.Post, cancellationToken);
            await _nudges.AddAsync(NudgePolicy.Second(community, check.Post.Message, _rules.Of(community), now), cancellationToken);
        }
    }

    private async Task AskAsync(WaitingPost post, Wait wait, long now, CancellationToken cancellationToken)
    {
        var (isOpen, isReviewed) = await ReviewAsync(post, now, cancellationToken);
        if (!isOpen)
        {
            return;
        }

        var rules = await _facts.RulesAsync(post, cancellationToken);
        var planned = NudgePolicy.First(await _facts.SituationAsync(post, wait, now, cancellationToken), rules, now);
        foreach (var nudge in planned)
        {
            await _nudges.AddAsync(nudge, cancellationToken);
        }

        if (planned.Any(nudge => nudge.Step == NudgeStep.Ask))
        {
            AddSecond(post, wait, now, rules, isReviewed);
        }
    }

    /// <summary>The board comes after the same wait again, and no later than the rules say.</summary>
    private void AddSecond(WaitingPost post, Wait wait, long askedAt, CommunityRules rules, bool isReviewed = false)
    {
        var atMost = After(post.At + (long)rules.BoardAtMost.TotalMilliseconds, TimeSpan.Zero, rules);
        Add(new PostCheck(post, PostCheckKind.Second, wait, isReviewed), Math.Max(askedAt + 1, Math.Min(After(askedAt, wait.Time, rules), atMost)));
    }

    private static long After(long at, TimeSpan wait, CommunityRules rules) => rules.After(DateTimeOffset.FromUnixTimeMilliseconds(at), wait).ToUnixTimeMilliseconds();
}
