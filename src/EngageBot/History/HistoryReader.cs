namespace EngageBot.History;

/// <summary>Reads the history of one format as a stream; at no time is a whole file in memory.</summary>
public abstract class HistoryReader
{
    /// <summary>Bytes to read in all, 0 while that is not known.</summary>
    public long TotalBytes { get; protected set; }

    /// <summary>Bytes read so far. May be read while the stream runs on another thread.</summary>
    public abstract long BytesRead { get; }

    /// <summary>
    /// What happened, oldest first as far as the history is in order. A channel and a member are told of before the first message that needs them.
    /// </summary>
    /// <exception cref="HistoryException">
    /// The history cannot be read at all, found before the first item is given; later only where the files themselves fail or change under the reader.
    /// </exception>
    public abstract IAsyncEnumerable<HistoryItem> ReadAsync(CancellationToken cancellationToken);
}
