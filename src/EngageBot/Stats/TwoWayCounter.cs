namespace EngageBot.Stats;

/// <summary>
/// Counts the messages of conversations in which at least two people each wrote after the other. Conversations follow the links; an answer to what was written more than a
/// week before begins another, so that memory does not grow with the history.
/// </summary>
internal sealed class TwoWayCounter
{
    /// <summary>Milliseconds. An answer to an older message begins a conversation.</summary>
    public const long Remembered = 7L * 86_400_000;

    private Dictionary<long, Line> _young = [];
    private Dictionary<long, Line> _old = [];
    private long _since = long.MinValue;

    /// <summary>Messages in two-way conversations so far.</summary>
    public long Messages { get; private set; }

    /// <summary>Whether what a message answers is remembered and by somebody else.</summary>
    public bool AnswersOther(FlowLine line) => Parent(line) is { } parent && (line.Author is null || parent.Author != line.Author);

    /// <summary>In the order of time.</summary>
    public void Add(FlowLine line)
    {
        var conversation = Parent(line)?.Conversation ?? new Conversation();
        Messages += conversation.Add(line.Author ?? 0);
        if (_young.Count == 0 || line.At - _since > Remembered)
        {
            (_old, _young, _since) = (_young, [], line.At);
        }

        _young[line.Message] = new Line(line.Author, line.At, conversation);
    }

    private Line? Parent(FlowLine line) =>
        line.Parent is { } parent && parent != line.Message && (_young.GetValueOrDefault(parent) ?? _old.GetValueOrDefault(parent)) is { } found && line.At - found.At <= Remembered ? found : null;

    private sealed record Line(long? Author, long At, Conversation Conversation);
}
