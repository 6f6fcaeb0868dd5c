using System.Buffers;

namespace EngageBot.History.Files;

/// <summary>
/// Reads one file of a history: counts the bytes, and fails only with <see cref="HistoryException"/>. It gives no more than the file said it has when it was
/// found: a zip may lie about that, and a log may be written to while it is read.
/// </summary>
internal sealed class HistoryStream(Stream stream, HistoryFile file, ByteCount count) : IDisposable
{
    private const int SkipSize = 1 << 16;

    private long _position;

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            var left = file.Length - _position;
            var read = await stream.ReadAsync(left < buffer.Length ? buffer[..(int)left] : buffer, cancellationToken);
            _position += read;
            count.Add(read);
            return read;
        }
        catch (Exception exception) when (ReadFault.IsKnown(exception))
        {
            throw ReadFault.Of(file.Label, exception);
        }
    }

    /// <summary>Reads as much of the file's beginning as there is, up to the size of the buffer.</summary>
    public int ReadHead(Span<byte> buffer)
    {
        try
        {
            return stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (Exception exception) when (ReadFault.IsKnown(exception))
        {
            throw ReadFault.Of(file.Label, exception);
        }
    }

    /// <summary>Goes on at an offset; what lies before was counted when it was read.</summary>
    public async ValueTask SkipToAsync(long offset, CancellationToken cancellationToken)
    {
        try
        {
            if (stream.CanSeek)
            {
                stream.Position = offset;
            }
            else
            {
                await ReadAwayAsync(offset, cancellationToken);
            }

            _position = offset;
        }
        catch (Exception exception) when (ReadFault.IsKnown(exception))
        {
            throw ReadFault.Of(file.Label, exception);
        }
    }

    public void Dispose() => stream.Dispose();

    private async ValueTask ReadAwayAsync(long offset, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(SkipSize);
        try
        {
            for (var left = offset; left > 0;)
            {
                var size = (int)Math.Min(left, buffer.Length);
                await stream.ReadExactlyAsync(buffer.AsMemory(0, size), cancellationToken);
                left -= size;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
