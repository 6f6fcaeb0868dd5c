namespace EngageBot.Stats.Daily;

/// <summary>
/// Who replied to whom how often. Replies are noted as they come and put in order at the end: with hundreds of thousands of pairs that takes a fraction of the time of looking each
/// of them up.
/// </summary>
internal sealed class PairTally
{
    private ulong[] _replies = new ulong[1_024];
    private int _count;

    /// <summary>A reply, by the keys of both; the program hands out no key that does not fit into 31 bits.</summary>
    public void Add(long from, long to)
    {
        if (_count == _replies.Length)
        {
            Array.Resize(ref _replies, 2 * _count);
        }

        var (one, other) = from < to ? (from, to) : (to, from);
        _replies[_count++] = checked(((ulong)(uint)one << 32) | ((ulong)(uint)(int)other << 1) | (from < to ? 0UL : 1UL));
    }

    /// <summary>Each pair once, by their keys, the lower first; how often he replied to the other, and the other to him. In the order of the keys.</summary>
    public IReadOnlyList<(long One, long Other, int Forth, int Back)> ToPairs()
    {
        Array.Sort(_replies, 0, _count);
        List<(long, long, int, int)> pairs = [];
        for (var place = 0; place < _count;)
        {
            var (pair, forth, back) = (_replies[place] >> 1, 0, 0);
            for (; place < _count && _replies[place] >> 1 == pair; place++)
            {
                back += (int)(_replies[place] & 1);
                forth += 1 - (int)(_replies[place] & 1);
            }

            pairs.Add(((long)(pair >> 31), (long)(pair & int.MaxValue), forth, back));
        }

        return pairs;
    }
}
