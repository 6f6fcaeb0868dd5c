using System.Diagnostics.CodeAnalysis;

namespace EngageBot.Host.Platforms;

/// <summary>What was asked of a platform a moment ago, so that it is not asked for each of a row of questions. Bounded; for several threads.</summary>
/// <param name="kept">An answer is good for so long.</param>
/// <param name="capacity">Past it the memory starts afresh.</param>
internal sealed class BriefMemory<TKey, TValue>(TimeSpan kept, int capacity, TimeProvider clock)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, (TValue Value, long At)> _known = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _known.Count;
            }
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate)
        {
            var isKnown = _known.TryGetValue(key, out var known) && clock.GetElapsedTime(known.At) < kept;
            value = known.Value;
            return isKnown;
        }
    }

    public void Forget(TKey key)
    {
        lock (_gate)
        {
            _known.Remove(key);
        }
    }

    public void Put(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (_known.Count >= capacity)
            {
                _known.Clear();
            }

            _known[key] = (value, clock.GetTimestamp());
        }
    }
}
