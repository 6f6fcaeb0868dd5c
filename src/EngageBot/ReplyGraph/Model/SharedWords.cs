using System.Numerics;
using System.Runtime.Intrinsics;

namespace EngageBot.ReplyGraph.Model;

/// <summary>Finds which words of one line others have.</summary>
internal sealed class SharedWords(WordWeights weights)
{
    private readonly float[] _weights = new float[64];
    private uint[] _words = [];

    /// <summary>The sum of the squared weights of the line's words.</summary>
    public float Norm { get; private set; }

    public void Set(LineWords line)
    {
        _words = line.Words;
        Norm = 0;
        for (var place = 0; place < _words.Length; place++)
        {
            _weights[place] = weights[_words[place]];
            Norm += _weights[place] * _weights[place];
        }
    }

    /// <summary>A bit for each word of the line, by its place, that another line has too.</summary>
    public ulong In(ReplyWindow window, int back)
    {
        ReadOnlySpan<uint> first = window.Brief(back).Words;
        var shared = InFirst(first);
        return first[^1] == 0 ? shared : shared | InRest(window[back].Words.Words.AsSpan(LineBrief.FirstWords.Length));
    }

    /// <summary>The weight of shared words, and the greatest one.</summary>
    public (float Sum, float Squares, float Most) Weigh(ulong shared)
    {
        var (sum, squares, most) = (0f, 0f, 0f);
        for (; shared != 0; shared &= shared - 1)
        {
            var weight = _weights[BitOperations.TrailingZeroCount(shared)];
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

    /// <summary>Each word against all, without a branch: comparing sixteen costs less than guessing wrong whether one is there.</summary>
    private ulong InFirst(ReadOnlySpan<uint> first)
    {
        var (front, back) = (Vector256.Create(first), Vector256.Create(first[Vector256<uint>.Count..]));
        var shared = 0UL;
        for (var place = 0; place < _words.Length; place++)
        {
            var word = Vector256.Create(_words[place]);
            shared |= (((Vector256.Equals(front, word) | Vector256.Equals(back, word)) != Vector256<uint>.Zero) ? 1UL : 0) << place;
        }

        return shared;
    }

    private ulong InRest(ReadOnlySpan<uint> rest)
    {
        var shared = 0UL;
        foreach (var word in rest)
        {
            var place = _words.AsSpan().IndexOf(word);
            shared |= place < 0 ? 0 : 1UL << place;
        }

        return shared;
    }
}
