using EngageBot.Communities;
using EngageBot.Unanswered;

namespace EngageBot.Stats;

/// <summary>
/// Sorts posts into answered, unanswered and not observed long enough. A post counts as unanswered once it was observed for as long as nine in ten answers
/// in its channel took, so the answered ones are taken in first.
/// </summary>
internal sealed class PostTally(ObservedSpan span, CommunityRules rules, PeriodLength periodLength)
{
    private readonly Dictionary<long, PostGroup> _channels = [];
    private readonly Dictionary<long, PostGroup> _periods = [];
    private readonly Dictionary<int, PostGroup> _hours = [];
    private readonly Dictionary<long, TimeSpan> _waits = [];
    private readonly List<PostOutcome> _nearTheEnd = [];
    private readonly List<UnansweredPost> _inviting = [];
    private Pace? _community;

    public PostGroup All { get; } = new(keepsTimes: true);

    public PostGroup Questions { get; } = new(keepsTimes: false);

    public IReadOnlyDictionary<long, PostGroup> Channels => _channels;

    public IReadOnlyDictionary<long, PostGroup> Periods => _periods;

    public IReadOnlyDictionary<int, PostGroup> Hours => _hours;

    /// <summary>Those that invite a reply, observed long enough to say that nobody answered; to be read after <see cref="Finish"/>.</summary>
    public IReadOnlyList<UnansweredPost> Inviting => _inviting;

    public void Add(PostOutcome post)
    {
        if (post.TimeToResponse is { } time)
        {
            foreach (var group in GroupsOf(post))
            {
                group.AddAnswered(time);
            }
        }
        else if (ObservedAfter(post) >= rules.WaitAtMost)
        {
            AddUnanswered(post, isObserved: true);
        }
        else
        {
            // Too near a pause or the end to say before the pace of its channel is known. There are never many.
            _nearTheEnd.Add(post);
        }
    }

    /// <summary>Counts those that wait for it, now that the pace of each channel is known.</summary>
    public void Finish()
    {
        foreach (var post in _nearTheEnd)
        {
            AddUnanswered(post, ObservedAfter(post) >= WaitIn(post.Channel));
        }

        _nearTheEnd.Clear();
    }

    /// <summary>How long a post of a channel must have been observed; to be asked when all posts were added.</summary>
    public TimeSpan WaitIn(long channel)
    {
        _community ??= PaceOf(All);
        if (!_waits.TryGetValue(channel, out var wait))
        {
            _waits.Add(channel, wait = WaitPolicy.For(PaceOf(_channels.GetValueOrDefault(channel)), _community.Value, comesFirst: false, rules).Time);
        }

        return wait;
    }

    private static Pace PaceOf(PostGroup? group) => group?.Times is { } times ? new Pace(times.Answered, times.P90) : default;

    private static PostGroup In<TKey>(Dictionary<TKey, PostGroup> groups, TKey key, bool keepsTimes)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var group))
        {
            groups.Add(key, group = new PostGroup(keepsTimes));
        }

        return group;
    }

    private void AddUnanswered(PostOutcome post, bool isObserved)
    {
        foreach (var group in GroupsOf(post))
        {
            group.AddUnanswered(isObserved);
        }

        if (isObserved && PostClassifier.InvitesReply(post.Kind))
        {
            _inviting.Add(new UnansweredPost(post.Message, post.Channel, post.At, post.Kind));
        }
    }

    private TimeSpan ObservedAfter(PostOutcome post) => span.ObservedAfter(DateTimeOffset.FromUnixTimeMilliseconds(post.At));

    private IEnumerable<PostGroup> GroupsOf(PostOutcome post)
    {
        yield return All;
        if (post.IsQuestion)
        {
            yield return Questions;
        }

        yield return In(_channels, post.Channel, keepsTimes: true);
        yield return In(_periods, Stats.Periods.Start(post.At, periodLength), keepsTimes: true);
        yield return In(_hours, Stats.Periods.HourOfWeek(post.At), keepsTimes: false);
    }
}
