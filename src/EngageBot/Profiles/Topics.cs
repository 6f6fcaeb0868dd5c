namespace EngageBot.Profiles;

/// <summary>
/// What somebody writes about: a few dozen words that tell something, with how often lately. What was said where not everybody may read is kept apart by its
/// channel, so that it can be left out wherever others could learn from it.
/// </summary>
internal sealed class Topics(int capacity)
{
    /// <summary>The place of what every member of the community may read.</summary>
    public const int Everywhere = 0;

    /// <summary>A word that is seldom written falls below this within a year, and is forgotten.</summary>
    private const float Least = 0.05f;

    private const int RoomAtFirst = 6;

    private uint[] _words = new uint[RoomAtFirst];
    private float[] _weights = new float[RoomAtFirst];
    private int[] _places = new int[RoomAtFirst];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Words => _words.AsSpan(0, Count);

    /// <summary>How often each word was written, each time counted less as it gets older.</summary>
    public ReadOnlySpan<float> Weights => _weights.AsSpan(0, Count);

    /// <summary>The key of the channel that each word belongs to, or <see cref="Everywhere"/>.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, Count);

    /// <summary>Takes in a word once more. Where all places are taken, the one that tells least gives way.</summary>
    public void Add(uint word, float weight, int place, WordCounts counts)
    {
        var at = Find(word, place);
        if (at >= 0)
        {
            _weights[at] += weight;
            return;
        }

        if (Count < capacity)
        {
            Restore(word, weight, place);
            return;
        }

        at = Weakest(counts);
        (_words[at], _weights[at], _places[at]) = (word, weight, place);
    }

    /// <summary>Puts a word back as it was stored.</summary>
    public void Restore(uint word, float weight, int place)
    {
        if (Count == _words.Length)
        {
            Grow();
        }

        (_words[Count], _weights[Count], _places[Count]) = (word, weight, place);
        Count++;
    }

    public void Decay(float factor)
    {
        var kept = 0;
        for (var at = 0; at < Count; at++)
        {
            var weight = _weights[at] * factor;
            if (weight >= Least)
            {
                (_words[kept], _weights[kept], _places[kept]) = (_words[at], weight, _places[at]);
                kept++;
            }
        }

        Count = kept;
    }

    private void Grow()
    {
        var room = Math.Min(capacity, 2 * Count);
        Array.Resize(ref _words, room);
        Array.Resize(ref _weights, room);
        Array.Resize(ref _places, room);
    }

    private int Find(uint word, int place)
    {
        for (var start = 0; ;)
        {
            var at = Words[start..].IndexOf(word);
            if (at < 0 || _places[start + at] == place)
            {
                return at < 0 ? -1 : start + at;
            }

            start += at + 1;
        }
    }

    private int Weakest(WordCounts counts)
    {
        var (weakest, least) = (0, float.MaxValue);
        for (var at = 0; at < Count; at++)
        {
            var value = _weights[at] * counts.Weight(_words[at]);
            if (value < least)
            {
                (weakest, least) = (at, value);
            }
        }

        return weakest;
    }
}
