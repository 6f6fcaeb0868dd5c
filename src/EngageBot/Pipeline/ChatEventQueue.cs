using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using EngageBot.Chat;

namespace EngageBot.Pipeline;

/// <summary>
/// Events on their way from the platforms, or from a history, to the pipeline. Bounded: a writer waits while it is full, nothing is dropped.
/// </summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It is a queue.")]
public sealed class ChatEventQueue
{
    /// <summary>Events that may wait.</summary>
    public const int Capacity = 16_384;

    /// <summary>Events that are committed together at most: more change the same pages together, and make those who wait for the commit wait longer, here for about half a second.</summary>
    public const int LargestBatch = 8_000;

    private readonly Channel<QueuedEvent> _events = Channel.CreateBounded<QueuedEvent>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    public int Depth => _events.Reader.Count;

    public ValueTask EnqueueAsync(ChatEvent chatEvent, CancellationToken cancellationToken) => EnqueueAsync(new QueuedEvent(chatEvent), cancellationToken);

    /// <summary>For a history, whose texts are read by all processors when its events were put together.</summary>
    public ValueTask EnqueueUnreadAsync(ChatEvent chatEvent, CancellationToken cancellationToken) => _events.Writer.WriteAsync(new QueuedEvent(chatEvent), cancellationToken);

    /// <summary>Texts are read here, beside the one who stores: he has enough to do.</summary>
    public ValueTask EnqueueAsync(QueuedEvent queued, CancellationToken cancellationToken) =>
        _events.Writer.WriteAsync(queued.Event is MessageCreated created ? queued with { Text = ReadText.Of(created, created.Traits) } : queued, cancellationToken);

    /// <summary>Returns when the event is stored.</summary>
    public async Task CommitAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await EnqueueAsync(new QueuedEvent(chatEvent) { Committed = committed }, cancellationToken);
        await committed.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Nothing more comes; the reader ends after what waits, or with the fault.</summary>
    public void Complete(Exception? fault = null) => _events.Writer.TryComplete(fault);

    /// <summary>Waits until something can be taken; false when nothing more comes.</summary>
    internal ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _events.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Whatever waits, up to <see cref="LargestBatch"/>; null where nothing does.</summary>
    internal ChatEventBatch? TryTake()
    {
        List<ChatEvent> events = [];
        List<ReadText?> texts = [];
        Dictionary<string, SourcePosition> positions = [];
        Dictionary<(ChannelId Channel, MessageId? Thread), CompleteUpTo> marks = [];
        List<SourceNote> notes = [];
        List<TaskCompletionSource> waiting = [];
        var (taken, hasTexts) = (0, true);
        for (; taken < LargestBatch && _events.Reader.TryRead(out var queued); taken++)
        {
            if (queued.Event is { } happened)
            {
                events.Add(happened);
                texts.Add(queued.Text);
                hasTexts &= queued.Text is not null || happened is not MessageCreated;
            }

            AddTo(notes, queued.Note);
            AddTo(waiting, queued.Committed);
            if (queued.Position is { } position)
            {
                positions[position.Source] = position;
            }

            if (queued.Mark is { } mark)
            {
                marks[(mark.Channel, mark.Thread)] = mark;
            }
        }

        return taken == 0 ? null : new ChatEventBatch(events) { Texts = hasTexts ? texts : [], Positions = positions.Values, Marks = marks.Values, Notes = notes, Waiting = waiting };
    }

    private static void AddTo<T>(List<T> list, T? value)
        where T : class
    {
        if (value is not null)
        {
            list.Add(value);
        }
    }
}
