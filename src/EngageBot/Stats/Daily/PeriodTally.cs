using System.Runtime.InteropServices;
using EngageBot.Unanswered;

namespace EngageBot.Stats.Daily;

/// <summary>Counts what happened in a period, channel by channel. What happened after it is not looked at, but for messages that were taken back and nobody's any more.</summary>
/// <param name="from">Unix milliseconds, taken in; as is <paramref name="to"/>.</param>
/// <param name="bucket">How long a point of the chart is, milliseconds.</param>
/// <param name="team">Who looks after the community, by their keys.</param>
internal sealed class PeriodTally(long from, long to, long bucket, IReadOnlySet<long> team)
{
    private readonly Dictionary<long, long[]> _times = [];
    private readonly Dictionary<long, PersonTally> _people = [];
    private readonly List<(long At, long Took)> _answered = [];
    private readonly (int Messages, int TwoWay)[] _talk = new (int, int)[((to - from) / bucket) + 1];

    public long From => from;

    public long Bucket => bucket;

    public long To => to;

    /// <summary>Messages by people.</summary>
    public long Messages { get; private set; }

    /// <summary>Those of them in two-way conversations.</summary>
    public long TwoWay { get; private set; }

    /// <summary>Posts that invite a reply and were answered.</summary>
    public int InvitingAnswered { get; private set; }

    /// <summary>Those of them that somebody of the team answered first.</summary>
    public int AnsweredByTeam { get; private set; }

    /// <summary>How long answers took, milliseconds, by channels; shortest first.</summary>
    public IReadOnlyDictionary<long, long[]> Times => _times;

    /// <summary>Who replied to whom.</summary>
    public PairTally Pairs { get; } = new();

    /// <summary>Who wrote, by their keys.</summary>
    public IReadOnlyDictionary<long, PersonTally> People => _people;

    /// <summary>Posts that nobody answered, whether or not it can be said yet that nobody did.</summary>
    public List<UnansweredLine> Unanswered { get; } = [];

    public List<(long Author, long At)> Announced { get; } = [];

    /// <summary>When posts that were answered were written, and how long their answers took, milliseconds.</summary>
    public IReadOnlyList<(long At, long Took)> Answered => _answered;

    /// <summary>Messages, and those of them in two-way conversations, by places in the chart.</summary>
    public IReadOnlyList<(int Messages, int TwoWay)> Talk => _talk;

    /// <summary>The place of a moment in the chart.</summary>
    public int BucketOf(long at) => (int)((at - from) / bucket);

    public void Add(ChannelLines channel)
    {
        var (begin, end) = (channel.PlaceOf(from), channel.PlaceOf(to + 1));
        if (begin < end)
        {
            TakeIn(channel, begin, end);
            var answers = AnswersOf(channel, begin, end);
            AddPosts(channel, begin, end, answers);
        }
    }

    /// <summary>One look at each line: who wrote, to whom, and in what conversation.</summary>
    private void TakeIn(ChannelLines channel, int begin, int end)
    {
        var lines = channel.Lines;
        var parents = channel.Parents;
        var conversations = new Conversation[end - begin];
        for (var place = begin; place < end; place++)
        {
            ref readonly var line = ref lines[place];
            var parent = parents[place];
            Messages++;
            var goesOn = parent >= begin && parent < place && line.At - lines[parent].At <= TwoWayCounter.Remembered;
            var conversation = conversations[place - begin] = goesOn ? conversations[parent - begin] : new Conversation();
            TwoWay += conversation.Add(line.Author);
            if (line.Author != 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_people, line.Author, out _).Write(line.At);
                AddPair(line, parent >= 0 ? lines[parent].Author : line.ParentAuthor);
            }

            if (line.Has(DaySigns.Announces))
            {
                Announced.Add((line.Author, line.At));
            }
        }

        for (var place = begin; place < end; place++)
        {
            ref var talk = ref _talk[BucketOf(lines[place].At)];
            talk = (talk.Messages + 1, talk.TwoWay + (conversations[place - begin].IsTwoWay ? 1 : 0));
        }
    }

    private void AddPair(in DayLine line, long other)
    {
        if (other != 0 && other != line.Author && line.DeletedAt == 0)
        {
            Pairs.Add(line.Author, other);
        }
    }

    /// <summary>For each line of the period that is a post its first answer.</summary>
    private Answer[] AnswersOf(ChannelLines channel, int begin, int end)
    {
        var lines = channel.Lines;
        var parents = channel.Parents;
        var posts = channel.Posts;
        var answers = new Answer[end - begin];
        for (var place = begin; place < end; place++)
        {
            ref readonly var line = ref lines[place];
            var post = parents[place] >= 0 ? posts[parents[place]] : -1;
            if (post < begin || post >= end)
            {
                continue;
            }

            ref var answer = ref answers[post - begin];
            if (lines[post].Author == line.Author)
            {
                answer.IsWithdrawn |= line.Has(DaySigns.Withdraws) && place != post;
            }
            else if (!IsGone(line) && (answer.At == 0 || line.At < answer.At))
            {
                (answer.At, answer.By) = (line.At, line.Author);
            }
        }

        return answers;
    }

    private void AddPosts(ChannelLines channel, int begin, int end, Answer[] answers)
    {
        var lines = channel.Lines;
        List<long> times = [];
        for (var place = begin; place < end; place++)
        {
            ref readonly var line = ref lines[place];
            if (!line.Has(DaySigns.IsPost) || IsGone(line))
            {
                continue;
            }

            var answer = answers[place - begin];
            CollectionsMarshal.GetValueRefOrAddDefault(_people, line.Author, out _).Post(line.At, answer.At != 0);
            if (answer.At == 0)
            {
                Unanswered.Add(new UnansweredLine(channel.Channel, line, answer.IsWithdrawn));
                continue;
            }

            times.Add(answer.At - line.At);
            _answered.Add((line.At, answer.At - line.At));
            if (Invites(line))
            {
                InvitingAnswered++;
                AnsweredByTeam += team.Contains(answer.By) ? 1 : 0;
            }
        }

        long[] sorted = [.. times];
        Array.Sort(sorted);
        _times[channel.Channel] = sorted;
    }

    private static bool Invites(in DayLine line) => PostClassifier.InvitesReply(line.Kind);

    private bool IsGone(in DayLine line) => line.DeletedAt != 0 && line.DeletedAt <= to;

    private struct Answer
    {
        public long At;
        public long By;
        public bool IsWithdrawn;
    }
}
