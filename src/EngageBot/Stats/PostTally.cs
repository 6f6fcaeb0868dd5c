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
    private readonly List<PostOutcome> _unanswered = [];
    private Pace? _community;

    public PostGroup All { get; } = new();

    public PostGroup Questions { get; } = new();

    public IReadOnlyDictionary<long, PostGroup> Channels => _channels;

    public IReadOnlyDictionary<long, PostGroup> Periods => _periods;

    public IReadOnlyDictionary<int, PostGroup> Hours => _hours;

    /// <summary>Observed long enough to say that nobody answered; to be read after <see cref="Finish"/>.</summary>
    public IEnumerable<PostOutcome> Unanswered => _unanswered.Where(IsObserved);

    public void Add(PostOutcome post)
    {
        if (post.TimeToResponse is not { } time)
        {
            _unanswered.Add(post);
            return;
        }

        foreach (var group in GroupsOf(post))
        {
            group.AddAnswered(time);
        }
    }

    /// <summary>Counts those that nobody answered, now that the pace of each channel is known.</summary>
    public void Finish()
    {
        foreach (var post in _unanswered)
        {
            var isObserved = IsObserved(post);
            foreach (var group in GroupsOf(post))
            {
                group.AddUnanswered(isObserved);
            }
        }
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

    private static PostGroup In<TKey>(Dictionary<TKey, PostGroup> groups, TKey key)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var group))
        {
            groups.Add(key, group = new PostGroup());
        }

        return group;
    }

    private bool IsObserved(PostOutcome post) => span.ObservedAfter(DateTimeOffset.FromUnixTimeMilliseconds(post.At)) >= WaitIn(post.Channel);

    private IEnumerable<PostGroup> GroupsOf(PostOutcome post)
    {
        yield return All;
        if (post.IsQuestion)
        {
            yield return Questions;
        }

        yield return In(_channels, post.Channel);
        yield return In(_periods, Stats.Periods.Start(post.At, periodLength));
        yield return In(_hours, Stats.Periods.HourOfWeek(post.At));
    }
}
