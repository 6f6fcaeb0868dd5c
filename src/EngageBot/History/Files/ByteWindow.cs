using System.Buffers;

namespace EngageBot.History.Files;

/// <summary>The part of a file that is in memory: it slides forward, and grows only where more must be seen at once.</summary>
internal sealed class ByteWindow(HistoryStream stream, int size) : IDisposable
{
    public const int MaxSize = 64 << 20;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(size);
    private int _start;
    private int _end;

    /// <summary>Where <see cref="Bytes"/> begins in the file.</summary>
    public long Offset { get; private set; }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Nothing follows <see cref="Bytes"/>.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>No more can be seen at once.</summary>
    public bool IsFull => _end - _start >= MaxSize;

    public static async ValueTask<ByteWindow> OpenAsync(HistoryFiles files, HistoryFile file, long offset, int size, CancellationToken cancellationToken)
    {
        var stream = await files.OpenAsync(file, offset, cancellationToken);
        return new ByteWindow(stream, (int)Math.Clamp(file.Length - offset + 1, 16, size)) { Offset = offset };
    }

    public void Skip(int count)
    {
        _start += count;
        Offset += count;
    }

    /// <summary>Reads more behind what is there.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var atStart = Offset == 0 && _end == 0;
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        IsEnd = read == 0;
        _end += read;
        if (atStart)
        {
            await SkipByteOrderMarkAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    private async ValueTask SkipByteOrderMarkAsync(CancellationToken cancellationToken)
    {
        while (_end < 3 && !IsEnd)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            IsEnd = read == 0;
            _end += read;
        }

        if (Bytes.StartsWith("\uFEFF"u8))
        {
            Skip(3);
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            Bytes.CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
