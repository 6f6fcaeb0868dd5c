namespace EngageBot.Introductions.Rounds;

/// <summary>Random numbers that are the same on every machine and runtime for a seed (SplitMix64; Steele, Lea and Flood 2014).</summary>
internal struct StableRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var value = _state += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>From 0 to below <paramref name="end"/>, near enough evenly.</summary>
    public int Next(int end) => (int)(((Next() >> 32) * (ulong)end) >> 32);

    public void Shuffle<T>(Span<T> values)
    {
        for (var at = values.Length - 1; at > 0; at--)
        {
            var other = Next(at + 1);
            (values[at], values[other]) = (values[other], values[at]);
        }
    }
}
