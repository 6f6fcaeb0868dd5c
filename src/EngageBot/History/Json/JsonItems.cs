using EngageBot.History.Files;

namespace EngageBot.History.Json;

/// <summary>The items of the array that a scan found, one at a time. It may be parked, which frees handle and memory, and goes on where it was.</summary>
internal sealed class JsonItems(HistoryFiles files, JsonArrayFile scan) : IDisposable
{
    private const int WindowSize = 1 << 16;

    private ByteWindow? _window;
    private long _offset = scan.Start;

    public bool IsOpen => _window is not null;

    /// <summary>The number of the current item, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Begins with the current item, and holds it whole.</summary>
    public ReadOnlySpan<byte> Current => _window!.Bytes;

    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        if (Number == scan.Count)
        {
            Park();
            return false;
        }

        _window ??= await ByteWindow.OpenAsync(files, scan.File, _offset, Math.Max(WindowSize, (2 * scan.LargestItem) + 1), cancellationToken);
        while (_window.Bytes.Length < scan.LargestItem && !_window.IsEnd)
        {
            await _window.FillAsync(cancellationToken);
        }

        SkipSeparator(_window);
        Number++;
        return true;
    }

    /// <summary>Says how long the current item was.</summary>
    public void Take(long length)
    {
        _window!.Skip((int)length);
        _offset = _window.Offset;
    }

    public void Park()
    {
        _window?.Dispose();
        _window = null;
    }

    public void Dispose() => Park();

    private static void SkipSeparator(ByteWindow window)
    {
        var length = window.Bytes.IndexOfAnyExcept(" \t\r\n,"u8);
        window.Skip(Math.Max(length, 0));
    }
}
