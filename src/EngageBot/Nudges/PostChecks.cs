using EngageBot.Communities;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>The looks that will be taken at posts, in order.</summary>
internal sealed class PostChecks
{
    private readonly PriorityQueue<PostCheck, (long Due, long Post)> _checks = new();

    /// <summary>When there is next something to look at, unix milliseconds; null where nothing is watched.</summary>
    public long? NextDue => _checks.TryPeek(out _, out var first) ? first.Due : null;

    public void Add(PostCheck check, long due) => _checks.Enqueue(check, (due, check.Post.Message));

    /// <summary>The first look comes early, so that what was answered at once is soon off the list.</summary>
    public void AddEarly(WaitingPost post, CommunityRules rules) =>
        Add(new PostCheck(post, PostCheckKind.Early, Wait: default), post.At + ((long)rules.WaitAtLeast.TotalMilliseconds / 2));

    /// <summary>The board comes after the same wait again, and no later than the rules say.</summary>
    public void AddSecond(WaitingPost post, Wait wait, long askedAt, CommunityRules rules, bool isReviewed = false)
    {
        var atMost = After(post.At + (long)rules.BoardAtMost.TotalMilliseconds, TimeSpan.Zero, rules);
        Add(new PostCheck(post, PostCheckKind.Second, wait, isReviewed), Math.Max(askedAt + 1, Math.Min(After(askedAt, wait.Time, rules), atMost)));
    }

    /// <summary>Takes out what is due by a moment, the first first.</summary>
    public List<PostCheck> TakeDue(long now, int most)
    {
        List<PostCheck> due = [];
        while (due.Count < most && NextDue <= now)
        {
            due.Add(_checks.Dequeue());
        }

        return due;
    }

    public bool IsWatched(long message) => _checks.UnorderedItems.Any(check => check.Element.Post.Message == message);

    public void Remove(long message)
    {
        PostCheck[] before = [.. _checks.UnorderedItems.Select(check => check.Element).Where(check => check.Post.Message == message)];
        foreach (var check in before)
        {
            _checks.Remove(check, out _, out _);
        }
    }

    public void Clear() => _checks.Clear();

    /// <summary>When a wait that began at a moment is over, unix milliseconds.</summary>
    public static long After(long at, TimeSpan wait, CommunityRules rules) => rules.After(DateTimeOffset.FromUnixTimeMilliseconds(at), wait).ToUnixTimeMilliseconds();
}
