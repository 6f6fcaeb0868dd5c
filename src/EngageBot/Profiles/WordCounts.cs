namespace EngageBot.Profiles;

/// <summary>
/// In how many messages of a community a word occurs: what everyone says tells nothing. Words share 32,768 counters by their numbers, 64 KB in all, less in a quiet community; when a
/// million messages are counted everything is halved, so that the counts follow the community.
/// </summary>
internal sealed class WordCounts
{
    public const int Counters = 1 << 15;

    private const int Enough = 1 << 20;

    /// <summary>Counts as many messages as if they had been seen before, in which a word occurs once in five hundred: little is believed of a young community.</summary>
    private const float Believed = 1_000;

    private const float UsualShare = 0.002f;

    private readonly CounterTable _counts;

    public WordCounts() => _counts = new CounterTable(Counters);

    /// <param name="counts">As <see cref="ToArray"/> gave them.</param>
    public WordCounts(ReadOnlySpan<ushort> counts, int messages)
    {
        _counts = new CounterTable(counts);
        Messages = messages;
    }

    public int Messages { get; private set; }

    public ushort[] ToArray() => _counts.ToArray();

    /// <summary>Counts the words of some messages, each word as often as messages have it.</summary>
    public void Count(ReadOnlySpan<uint> words, int messages = 1)
    {
        foreach (var word in words)
        {
            _counts.Increment((int)(word % Counters));
        }

        Messages += messages;
        if (Messages >= Enough)
        {
            Halve();
        }
    }

    /// <summary>How much a word tells: the binary logarithm of how rare it is. 0 for one that every tenth message has.</summary>
    public float Weight(uint word)
    {
        var share = (_counts[(int)(word % Counters)] + (Believed * UsualShare)) / (Messages + Believed);
        return share >= 0.1f ? 0 : Math.Max(0, -Log2(share * 10));
    }

    /// <summary>Near enough, and asked for thousands of times a second: a number's bits begin with its logarithm.</summary>
    private static float Log2(float number) => (BitConverter.SingleToInt32Bits(number) * (1f / (1 << 23))) - 126.94f;

    private void Halve()
    {
        _counts.Halve();
        Messages /= 2;
    }
}
