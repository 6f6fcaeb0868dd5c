using System.Runtime.CompilerServices;
using EngageBot.Chat;
using EngageBot.History;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;
using EngageBot.Unanswered;

namespace EngageBot.Evaluation.History;

/// <summary>
/// A history message by message, each with what it answers as the pipeline would say at once: the platform's reply, else the thread, else the resolver. The one
/// place where the evaluation runs the resolver without a store; it holds what <see cref="ReplyGraphRecorder"/> asks the store for.
/// </summary>
internal sealed class LinkedHistory
{
    /// <summary>What is answered lies within so many messages, or is not found.</summary>
    private const int MostLines = 300_000;

    private readonly Dictionary<(long Channel, long Number), WindowLine> _lines = [];
    private readonly Queue<(long Channel, long Number)> _oldest = new();
    private readonly Dictionary<Place, ReplyWindow> _windows = [];
    private readonly HashSet<MemberId> _bots = [];
    private readonly ReplyResolver _resolver = new(ResolverKind.Model);
    private long _key;

    public Keys<MemberId> Members { get; } = new();

    public Keys<ChannelId> Channels { get; } = new();

    public bool IsBot(MemberId member) => _bots.Contains(member);

    public async IAsyncEnumerable<LinkedMessage> ReadAsync(IAsyncEnumerable<HistoryItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (item is HistoryItem.Happened { Event: MemberSeen { IsBot: true } bot })
            {
                _bots.Add(bot.Member);
            }
            else if (item is HistoryItem.Happened { Event: MessageCreated message })
            {
                var linked = Link(message);
                yield return linked;
                Remember(linked);
            }
        }
    }

    private LinkedMessage Link(MessageCreated message)
    {
        var row = RowOf(message);
        var thread = row.Thread is { } started && started != row.Id ? started.Number : (long?)null;
        var window = WindowOf(new Place(row.Channel, thread));
        var line = WindowLine.Of(row);
        return new LinkedMessage(message, new RecordedMessage(row, Resolve(message, line, thread, window), IsLate: false), line, window);
    }

    private ReplyLink? Resolve(MessageCreated message, WindowLine line, long? thread, ReplyWindow window)
    {
        var channel = Channels.Of(message.Channel);
        if (message.ReplyTo is { } answered && answered != message.Id)
        {
            return new ReplyLink(LinkSource.Explicit, _lines.GetValueOrDefault((channel, answered.Number))?.Key, 1);
        }

        if (thread is null)
        {
            return line.IsBySystem ? null : _resolver.Resolve(line, window);
        }

        return _lines.TryGetValue((channel, thread.Value), out var root)
            ? ReplyRules.ResolveInThread(line, root, window)
            : new ReplyLink(LinkSource.Thread, Parent: null, 1);
    }

    private void Remember(LinkedMessage linked)
    {
        if (!linked.Line.IsBySystem)
        {
            linked.Window.Add(linked.Line.With(linked.Recorded.Link));
        }

        var place = (linked.Recorded.Row.Channel, linked.Line.Number);
        if (_lines.TryAdd(place, linked.Line))
        {
            _oldest.Enqueue(place);
        }

        if (_oldest.Count > MostLines)
        {
            _lines.Remove(_oldest.Dequeue());
        }
    }

    private MessageRow RowOf(MessageCreated message)
    {
        var traits = message.Traits | (IsBot(message.Author) ? MessageTraits.Bot : MessageTraits.None);
        return new MessageRow
        {
            Key = ++_key,
            Channel = Channels.Of(message.Channel),
            Id = message.Id,
            Thread = message.Thread,
            Author = Members.Of(message.Author),
            At = message.At.ToUnixTimeMilliseconds(),
            Traits = traits,
            Kind = PostClassifier.Classify(message.Text, traits),
            Text = message.Text,
            Words = LineWords.Read(message.Text, message.Mentions.Any(member => member != message.Author)),
            Mentions = [.. message.Mentions.Where(member => member != message.Author).Select(Members.Of).Distinct()],
        };
    }

    private ReplyWindow WindowOf(Place place)
    {
        if (!_windows.TryGetValue(place, out var window))
        {
            _windows.Add(place, window = new ReplyWindow());
        }

        return window;
    }
}
