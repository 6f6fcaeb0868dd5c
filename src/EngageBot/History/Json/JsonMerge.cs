using System.Runtime.CompilerServices;
using EngageBot.History.Files;

namespace EngageBot.History.Json;

/// <summary>
/// The messages of many files as one stream in the order of time. A file is opened when its first message comes, and closed after its last; of those in between
/// only so many are open at once, the others are parked: an export may have thousands of threads that all live for years.
/// </summary>
internal sealed class JsonMerge<TMessage>(HistoryFiles files, IReadOnlyList<JsonArrayFile> scans, Func<TMessage> newMessage)
    where TMessage : JsonMessage
{
    public const int MaxOpen = 100;

    private readonly List<JsonCursor<TMessage>> _open = [];

    /// <summary>The cursor that stands at the next message; it holds it until the next one is asked for.</summary>
    public async IAsyncEnumerable<JsonCursor<TMessage>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            var waiting = Start();
            while (waiting.TryDequeue(out var cursor, out _))
            {
                if (cursor.IsStarted)
                {
                    yield return cursor;
                }

                if (await MoveNextAsync(cursor, cancellationToken))
                {
                    waiting.Enqueue(cursor, cursor.Key);
                }
            }
        }
        finally
        {
            _open.ForEach(cursor => cursor.Dispose());
        }
    }

    private PriorityQueue<JsonCursor<TMessage>, (DateTimeOffset At, int Order)> Start()
    {
        var waiting = new PriorityQueue<JsonCursor<TMessage>, (DateTimeOffset At, int Order)>();
        foreach (var (order, scan) in scans.Index())
        {
            var cursor = new JsonCursor<TMessage>(scan, new JsonItems(files, scan), order, newMessage());
            waiting.Enqueue(cursor, cursor.Key);
        }

        return waiting;
    }

    private async ValueTask<bool> MoveNextAsync(JsonCursor<TMessage> cursor, CancellationToken cancellationToken)
    {
        if (!cursor.IsOpen)
        {
            MakeRoom();
            _open.Add(cursor);
        }

        if (await cursor.MoveNextAsync(cancellationToken))
        {
            return true;
        }

        _open.Remove(cursor);
        return false;
    }

    /// <summary>Parks the one that is needed last: its next message is the farthest off.</summary>
    private void MakeRoom()
    {
        if (_open.Count == MaxOpen)
        {
            var last = _open.MaxBy(cursor => cursor.Key)!;
            last.Park();
            _open.Remove(last);
        }
    }
}
