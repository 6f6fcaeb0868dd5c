using EngageBot.Chat;
using EngageBot.Evaluation.History;
using EngageBot.History;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;
using EngageBot.Responders;

namespace EngageBot.Evaluation.Responders;

/// <summary>Reads a history once, and at each message that is asked about tells who could answer it, from what was written before.</summary>
internal sealed class ResponderRun(IReadOnlySet<MessageId> queries)
{
    private readonly LinkedHistory _history = new();
    private readonly ProfileBook _book = new();
    private readonly Dictionary<long, ChannelCrowd> _crowds = [];
    private readonly Dictionary<(long From, long To), int> _replies = [];

    public async Task ReadAsync(string path, Action<ResponderQuery> ask, CancellationToken cancellationToken)
    {
        var items = HistoryReaders.Open(path, new HistoryOptions { From = HistoryFormat.Jsonl }).ReadAsync(cancellationToken);
        await foreach (var linked in _history.ReadAsync(items, cancellationToken))
        {
            if (queries.Contains(linked.Message.Id))
            {
                ask(Query(linked));
            }

            Take(linked);
        }
    }

    private void Take(LinkedMessage linked)
    {
        var recorded = linked.Recorded;
        var answered = recorded.Link?.Parent is { } parent ? _book.Recent(parent) : null;
        if (!_book.Take(recorded, 1, isOpen: true, answered))
        {
            return;
        }

        CrowdOf(recorded.Row.Channel).Add(recorded);
        if (answered?.Author is { } other && other != recorded.Row.Author)
        {
            var pair = (recorded.Row.Author!.Value, other);
            _replies[pair] = _replies.GetValueOrDefault(pair) + 1;
        }
    }

    private ResponderQuery Query(LinkedMessage linked)
    {
        var row = linked.Recorded.Row;
        var words = new uint[TopicWords.Most];
        var situation = new ResponderSituation
        {
            Author = row.Author!.Value,
            Channel = row.Channel,
            Now = row.At,
            Words = words[..TopicWords.Read(row.Text, words)],
            Mentions = row.Mentions,
            Window = linked.Window,
            Counts = _book.WordsOf(1).Counts,
        };
        return new ResponderQuery(linked.Message, situation, [.. Candidates(situation)], key => _history.Members[key].Value);
    }

    private IEnumerable<ResponderCandidate> Candidates(ResponderSituation post)
    {
        HashSet<long> seen = [post.Author];
        foreach (var member in WindowMembers(post.Window).Concat(CrowdOf(post.Channel).Members).Concat(post.Mentions))
        {
            if (seen.Add(member) && !_history.IsBot(_history.Members[member]) && _book.TryGet(member, out var profile))
            {
                yield return new ResponderCandidate(member, profile)
                {
                    RepliesToAuthor = _replies.GetValueOrDefault((member, post.Author)),
                    RepliesFromAuthor = _replies.GetValueOrDefault((post.Author, member)),
                };
            }
        }
    }

    /// <summary>Who spoke last first.</summary>
    private static IEnumerable<long> WindowMembers(ReplyWindow window)
    {
        for (var back = 0; back < window.Count; back++)
        {
            if (window[back] is { IsByPerson: true, Author: { } member })
            {
                yield return member;
            }
        }
    }

    private ChannelCrowd CrowdOf(long channel)
    {
        if (!_crowds.TryGetValue(channel, out var crowd))
        {
            _crowds.Add(channel, crowd = new ChannelCrowd());
        }

        return crowd;
    }
}
