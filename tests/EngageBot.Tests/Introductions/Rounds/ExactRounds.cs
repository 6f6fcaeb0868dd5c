using System.Numerics;
using EngageBot.Introductions.Rounds;

namespace EngageBot.Tests.Introductions.Rounds;

/// <summary>The best groups of all there are, for a dozen members: by sets of those who are placed, the first of the others choosing his company.</summary>
internal sealed class ExactRounds
{
    private readonly RoundWeights _weights;
    private readonly int _usual;
    private readonly int _other;
    private readonly long?[,] _best;

    private ExactRounds(RoundWeights weights, int[] sizes)
    {
        _weights = weights;
        _usual = sizes.GroupBy(size => size).MaxBy(same => same.Count())!.Key;
        int[] others = [.. sizes.Where(size => size != _usual)];
        _other = others.FirstOrDefault();
        _best = new long?[1 << weights.Count, others.Length + 1];
    }

    public static long Best(RoundWeights weights, int[] sizes)
    {
        var exact = new ExactRounds(weights, sizes);
        return exact.Of((1 << weights.Count) - 1, exact._best.GetLength(1) - 1);
    }

    /// <summary>What a plan is worth by the same measure.</summary>
    public static long Worth(RoundPlan plan, RoundWeights weights, long[] keys) => plan.Groups.Sum(group =>
        (from one in @group.Members from other in @group.Members where one < other select (long)weights[Array.IndexOf(keys, one), Array.IndexOf(keys, other)]).Sum());

    private long Of(int left, int others)
    {
        if (left == 0)
        {
            return others == 0 ? 0 : long.MinValue / 2;
        }

        if (_best[left, others] is { } known)
        {
            return known;
        }

        var first = BitOperations.TrailingZeroCount(left);
        var best = Filled(1 << first, left & (left - 1), _usual, left, others);
        if (others > 0)
        {
            best = Math.Max(best, Filled(1 << first, left & (left - 1), _other, left, others - 1));
        }

        _best[left, others] = best;
        return best;
    }

    /// <summary>The best with a group that has these members already and takes the rest of its size from those who may still choose.</summary>
    private long Filled(int group, int from, int size, int left, int others)
    {
        if (BitOperations.PopCount((uint)group) == size)
        {
            return Worth(group) + Of(left & ~group, others);
        }

        var best = long.MinValue / 2;
        for (var rest = from; rest != 0; rest &= rest - 1)
        {
            var next = BitOperations.TrailingZeroCount(rest);
            best = Math.Max(best, Filled(group | (1 << next), rest & (rest - 1), size, left, others));
        }

        return best;
    }

    private long Worth(int group)
    {
        var sum = 0L;
        for (var one = 0; one < _weights.Count; one++)
        {
            for (var other = one + 1; other < _weights.Count; other++)
            {
                sum += (group & (1 << one)) != 0 && (group & (1 << other)) != 0 ? _weights[one, other] : 0;
            }
        }

        return sum;
    }
}
