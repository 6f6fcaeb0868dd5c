namespace EngageBot.Profiles;

/// <summary>The last lines by their keys: nearly every answer goes to one of them, and the store need not be asked.</summary>
internal sealed class RecentLines
{
    private const int Capacity = 1 << 16;

    private readonly long[] _keys = new long[Capacity];
    private readonly RecentLine?[] _lines = new RecentLine?[Capacity];

    public void Add(long key, RecentLine line)
    {
        var at = key & (Capacity - 1);
        _keys[at] = key;
        _lines[at] = line;
    }

    public RecentLine? Find(long key)
    {
        var at = key & (Capacity - 1);
        return _keys[at] == key ? _lines[at] : null;
    }

    public void Remove(long key)
    {
        if (Find(key) is not null)
        {
            _lines[key & (Capacity - 1)] = null;
        }
    }

    /// <summary>Forgets all: many texts have changed, or somebody is to be forgotten.</summary>
    public void Clear() => Array.Clear(_lines);
}
