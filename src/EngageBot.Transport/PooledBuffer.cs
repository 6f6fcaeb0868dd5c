using System.Buffers;

namespace EngageBot.Transport;

/// <summary>Bytes that come bit by bit, in an array of the pool that is used again for the next payload.</summary>
public sealed class PooledBuffer : IDisposable
{
    private const int FirstSize = 16 * 1_024;

    /// <summary>A guild's state may take megabytes once; they are not held for the messages that follow.</summary>
    private const int KeptSize = 1_024 * 1_024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    /// <summary>Where the next bytes go; never empty.</summary>
    public Memory<byte> Rest()
    {
        if (Length == _bytes.Length)
        {
            Replace(_bytes.Length * 2);
        }

        return _bytes.AsMemory(Length);
    }

    public void Advance(int count) => Length += count;

    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > KeptSize)
        {
            Replace(FirstSize);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private void Replace(int size)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        Written.CopyTo(bytes);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = bytes;
    }
}
