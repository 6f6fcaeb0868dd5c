namespace EngageBot.History.Files;

/// <summary>The lines of a file, without their ends. Of a line that does not fit into memory only its number is given.</summary>
internal sealed class LineReader(ByteWindow window) : IDisposable
{
    private const int WindowSize = 1 << 18;

    private int _length;
    private int _taken;
    private int _searched;

    /// <summary>The number of the current line, from 0.</summary>
    public long Number { get; private set; } = -1;

    public bool IsTooLong { get; private set; }

    public ReadOnlySpan<byte> Current => window.Bytes[.._length];

    public static async ValueTask<LineReader> OpenAsync(HistoryFiles files, HistoryFile file, CancellationToken cancellationToken) =>
        new(await ByteWindow.OpenAsync(files, file, 0, WindowSize, cancellationToken));

    public ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        window.Skip(_taken);
        (_length, _taken, _searched, IsTooLong) = (0, 0, 0, false);
        return TryTake() ? ValueTask.FromResult(true) : FillAsync(cancellationToken);
    }

    public void Dispose() => window.Dispose();

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        while (!window.IsEnd)
        {
            if (window.IsFull)
            {
                window.Skip(window.Bytes.Length);
                (_searched, IsTooLong) = (0, true);
            }

            await window.FillAsync(cancellationToken);
            if (TryTake())
            {
                return true;
            }
        }

        return (IsTooLong || window.Bytes.Length > 0) && Take(window.Bytes.Length, window.Bytes.Length);
    }

    private bool TryTake()
    {
        var end = window.Bytes[_searched..].IndexOf((byte)'\n');
        if (end >= 0)
        {
            return Take(_searched + end, _searched + end + 1);
        }

        _searched = window.Bytes.Length;
        return false;
    }

    private bool Take(int length, int taken)
    {
        _taken = taken;
        _length = IsTooLong ? 0 : length > 0 && window.Bytes[length - 1] == '\r' ? length - 1 : length;
        Number++;
        return true;
    }
}
