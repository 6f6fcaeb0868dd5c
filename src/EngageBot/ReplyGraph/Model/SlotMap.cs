namespace EngageBot.ReplyGraph.Model;

/// <summary>Gives each of a few hundred numbers a small one of its own, in the order in which they come. Emptied without being swept.</summary>
internal sealed class SlotMap
{
    private const int Size = 1024;

    private readonly long[] _keys = new long[Size];
    private readonly int[] _values = new int[Size];
    private readonly int[] _rounds = new int[Size];
    private int _round;

    /// <summary>How many numbers have a slot; at most half of the map's size may be asked for.</summary>
    public int Count { get; private set; }

    public void Clear()
    {
        _round++;
        Count = 0;
    }

    public int Slot(long key)
    {
        var at = (int)((ulong)(key * -7_046_029_254_386_353_131) >> 54);
        while (_rounds[at] == _round)
        {
            if (_keys[at] == key)
            {
                return _values[at];
            }

            at = (at + 1) % Size;
        }

        _rounds[at] = _round;
        _keys[at] = key;
        return _values[at] = Count++;
    }
}
