using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Stats.Daily;

/// <summary>Makes figures of what was counted, by the same rules as <see cref="PostTally"/> and the report.</summary>
internal sealed class PeriodSummaries(WriteSession session, RulesBook rules, long community, IReadOnlyList<LiveChannel> channels, LivePeople people)
{
    private readonly PostQuery _posts = new(session, rules);
    private readonly CommunityRules _rules = rules.Of(community);
    private IReadOnlyDictionary<long, (long From, long TimedOutUntil)>? _leftAlone;
    private IReadOnlyDictionary<long, long>? _dismissed;

    /// <param name="known">Who wrote before the period, as far as that was read; null where it was not.</param>
    /// <param name="knownFrom">Since when anything is known, unix milliseconds.</param>
    public async Task<PeriodSummary> OfAsync(
        PeriodTally tally, OrderedTally ordered, IReadOnlyDictionary<long, PersonTally>? known, long knownFrom, CancellationToken cancellationToken)
    {
        var times = ordered.Times;
        var unanswered = ObservedUnanswered(tally, times);
        return new PeriodSummary
        {
            From = DateTimeOffset.FromUnixTimeMilliseconds(tally.From),
            To = DateTimeOffset.FromUnixTimeMilliseconds(tally.To),
            People = tally.People.Count,
            Messages = tally.Messages,
            Posts = new PostFigures { Answered = times?.Answered ?? 0, Unanswered = unanswered.Count, NotObserved = tally.Unanswered.Count - unanswered.Count },
            Times = times,
            TwoWayShare = tally.Messages == 0 ? null : tally.TwoWay / (double)tally.Messages,
            Pairs = ordered.Pairs,
            MutualPairs = ordered.MutualPairs,
            MedianGiven = ordered.MedianGiven,
            OpenPosts = await OpenAsync(tally, unanswered, cancellationToken),
            Broadcasters = await BroadcasterQuery.CountAsync(session, BroadcasterQuery.Announcers(tally.Announced), cancellationToken),
            Connectors = ordered.Connectors,
            InvitingAnswered = tally.InvitingAnswered,
            AnsweredByTeam = tally.AnsweredByTeam,
            Newcomers = await people.NewcomersAsync(tally, known, knownFrom, cancellationToken),
            Points = PointsOf(tally, unanswered),
        };
    }

    private static Pace PaceOf(long[]? sorted) =>
        sorted is null or [] ? default : new Pace(sorted.Length, TimeSpan.FromMilliseconds(sorted[(int)Math.Ceiling(0.9 * sorted.Length) - 1]));

    private static SummaryPoint[] PointsOf(PeriodTally tally, List<UnansweredLine> unanswered)
    {
        var unansweredIn = new int[tally.Talk.Count];
        foreach (var post in unanswered)
        {
            unansweredIn[tally.BucketOf(post.Line.At)]++;
        }

        var answered = tally.Answered.ToLookup(post => tally.BucketOf(post.At), post => TimeSpan.FromMilliseconds(post.Took));
        return
        [
            .. tally.Talk.Select((talk, place) => (talk, place, Times: ResponseTimes.Of(answered[place]))).Select(one =>
                new SummaryPoint(DateTimeOffset.FromUnixTimeMilliseconds(tally.From + (one.place * tally.Bucket)), one.Times?.Answered ?? 0, (one.Times?.Answered ?? 0) + unansweredIn[one.place])
                {
                    Times = one.Times,
                    Messages = one.talk.Messages,
                    TwoWay = one.talk.TwoWay,
                }),
        ];
    }

    /// <summary>Those that were watched for as long as nine in ten answers in their channel took.</summary>
    private List<UnansweredLine> ObservedUnanswered(PeriodTally tally, ResponseTimes? times)
    {
        var ofCommunity = times is null ? default : new Pace(times.Answered, times.P90);
        var waits = tally.Unanswered.Select(post => post.Channel).Distinct()
            .ToDictionary(channel => channel, channel => WaitPolicy.For(PaceOf(tally.Times.GetValueOrDefault(channel)), ofCommunity, comesFirst: false, _rules).Time);
        return tally.Unanswered.FindAll(post => TimeSpan.FromMilliseconds(tally.To - post.Line.At) is var watched && (watched >= _rules.WaitAtMost || watched >= waits[post.Channel]));
    }

    private async Task<int> OpenAsync(PeriodTally tally, List<UnansweredLine> unanswered, CancellationToken cancellationToken)
    {
        _leftAlone ??= await people.LeftAloneAsync(cancellationToken);
        _dismissed ??= await people.DismissedAsync(cancellationToken);
        var archived = channels.Where(channel => channel.ArchivedAt <= tally.To).Select(channel => channel.Key).ToHashSet();
        var open = 0;
        foreach (var post in unanswered)
        {
            var mayBeOpen = PostClassifier.InvitesReply(post.Line.Kind) && !post.IsWithdrawn && !archived.Contains(post.Channel)
                && !(_dismissed.TryGetValue(post.Line.Message, out var at) && at <= tally.To)
                && !(_leftAlone.TryGetValue(post.Line.Author, out var away) && (away.From <= tally.To || away.TimedOutUntil > post.Line.At));
            open += mayBeOpen && (!post.Line.Has(DaySigns.HasReactions) || (await _posts.StateAsync(post.Line.Message, tally.To, cancellationToken)).IsOpen) ? 1 : 0;
        }

        return open;
    }
}
