namespace EngageBot.History.Files;

/// <summary>Bytes read so far: counted by the reading thread, looked at by another that shows progress.</summary>
internal sealed class ByteCount
{
    private long _value;

    public long Value => Interlocked.Read(ref _value);

    public void Add(int bytes) => Interlocked.Add(ref _value, bytes);

    public void Reset() => Interlocked.Exchange(ref _value, 0);
}
