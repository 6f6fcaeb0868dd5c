using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EngageBot.Chat;

namespace EngageBot.Pipeline;

/// <summary>
/// Events on their way from the platforms, or from a history, to the pipeline. Bounded: a writer waits while it is full, nothing is dropped.
/// </summary>
internal sealed class ChatEventQueue
{
    /// <summary>Events that may wait.</summary>
    public const int Capacity = 8_192;

    /// <summary>Events that are committed together at most: more win nothing and make those who wait for the commit wait longer.</summary>
    public const int LargestBatch = 2_000;

    private readonly Channel<ChatEvent> _events = Channel.CreateBounded<ChatEvent>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    public int Depth => _events.Reader.Count;

    public ValueTask EnqueueAsync(ChatEvent chatEvent, CancellationToken cancellationToken) => _events.Writer.WriteAsync(chatEvent, cancellationToken);

    /// <summary>Nothing more comes; the reader ends after what waits, or with the fault.</summary>
    public void Complete(Exception? fault = null) => _events.Writer.TryComplete(fault);

    /// <summary>Whatever waits, as soon as something does, up to <see cref="LargestBatch"/> at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ChatEvent>> BatchesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await _events.Reader.WaitToReadAsync(cancellationToken))
        {
            List<ChatEvent> batch = [];
            while (batch.Count < LargestBatch && _events.Reader.TryRead(out var chatEvent))
            {
                batch.Add(chatEvent);
            }

            yield return batch;
        }
    }
}
