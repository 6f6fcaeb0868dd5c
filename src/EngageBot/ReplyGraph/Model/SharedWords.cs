namespace EngageBot.ReplyGraph.Model;

/// <summary>Finds which words of one line others have.</summary>
internal sealed class SharedWords(WordWeights weights)
{
    private const int Size = 128;

    private readonly uint[] _words = new uint[Size];
    private readonly byte[] _places = new byte[Size];
    private readonly float[] _weights = new float[64];
    private readonly ulong[] _filter = new ulong[4];

    /// <summary>The sum of the squared weights of the line's words.</summary>
    public float Norm { get; private set; }

    public void Set(LineWords line)
    {
        Array.Clear(_words);
        Array.Clear(_filter);
        Norm = 0;
        foreach (var word in line.Words)
        {
            var at = word % Size;
            while (_words[at] != 0)
            {
                at = (at + 1) % Size;
            }

            var place = Array.IndexOf(line.Words, word);
            _words[at] = word;
            _places[at] = (byte)place;
            _weights[place] = weights[word];
            _filter[(word >> 6) & 3] |= 1UL << (int)(word & 63);
            Norm += _weights[place] * _weights[place];
        }
    }

    /// <summary>A bit for each word of the line, by its place, that another line has too.</summary>
    public ulong In(LineWords other)
    {
        var shared = 0UL;
        foreach (var word in other.Words)
        {
            if ((_filter[(word >> 6) & 3] & (1UL << (int)(word & 63))) != 0)
            {
                shared |= Find(word);
            }
        }

        return shared;
    }

    /// <summary>The weight of shared words, and the greatest one.</summary>
    public (float Sum, float Squares, float Most) Weigh(ulong shared)
    {
        var (sum, squares, most) = (0f, 0f, 0f);
        for (; shared != 0; shared &= shared - 1)
        {
            var weight = _weights[System.Numerics.BitOperations.TrailingZeroCount(shared)];
            sum += weight;
            squares += weight * weight;
            most = Math.Max(most, weight);
        }

        return (sum, squares, most);
    }

    /// <summary>The sum of the squared weights of a line's words.</summary>
    public float NormOf(LineWords line)
    {
        if (line.Norm < 0)
        {
            var norm = 0f;
            foreach (var word in line.Words)
            {
                norm += weights[word] * weights[word];
            }

            line.Norm = norm;
        }

        return line.Norm;
    }

    private ulong Find(uint word)
    {
        for (var at = word % Size; _words[at] != 0; at = (at + 1) % Size)
        {
            if (_words[at] == word)
            {
                return 1UL << _places[at];
            }
        }

        return 0;
    }
}
