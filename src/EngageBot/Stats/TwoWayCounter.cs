namespace EngageBot.Stats;

/// <summary>
/// Counts the messages of conversations in which at least two people each wrote after the other. Conversations follow the links; those of long ago are
/// forgotten, so that memory does not grow with the history: an answer to one of them begins another.
/// </summary>
internal sealed class TwoWayCounter
{
    /// <summary>Messages remembered: this many, up to twice as many.</summary>
    private const int Generation = 25_000;

    private Dictionary<long, Line> _young = [];
    private Dictionary<long, Line> _old = [];

    /// <summary>Messages in two-way conversations so far.</summary>
    public long Messages { get; private set; }

    /// <summary>Whether a message is remembered and by somebody else.</summary>
    public bool IsByOther(long message, long? author) => Find(message) is { } line && (author is null || line.Author != author);

    public void Add(FlowLine line)
    {
        var conversation = line.Parent is { } parent && Find(parent) is { } earlier ? earlier.Conversation : new Conversation();
        Messages += conversation.Add(line.Author);
        if (_young.Count == Generation)
        {
            (_old, _young) = (_young, []);
        }

        _young[line.Message] = new Line(line.Author, conversation);
    }

    private Line? Find(long message) => _young.GetValueOrDefault(message) ?? _old.GetValueOrDefault(message);

    private sealed record Line(long? Author, Conversation Conversation);

    private sealed class Conversation
    {
        private readonly List<long?> _writers = [];
        private long? _last;
        private int _messages;
        private bool _isTwoWay;

        /// <summary>How many messages are two-way with this one that were not before.</summary>
        public int Add(long? author)
        {
            _messages++;
            var wasTwoWay = _isTwoWay;
            _isTwoWay |= _messages > 1 && _last != author && _writers.Contains(author);
            if (!_isTwoWay && !_writers.Contains(author))
            {
                _writers.Add(author);
            }

            _last = author;
            return wasTwoWay ? 1 : _isTwoWay ? _messages : 0;
        }
    }
}
