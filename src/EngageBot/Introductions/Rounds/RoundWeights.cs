namespace EngageBot.Introductions.Rounds;

/// <summary>
/// What each pair of those who are matched together is worth, in whole numbers, so that sums are exact: the score as a share of the best one, less a penalty that
/// no scores make good where two have met before, and least of all where they must not meet.
/// </summary>
internal sealed class RoundWeights
{
    /// <summary>The worth of the pair with the highest score.</summary>
    public const int Best = 1_000_000;

    /// <summary>Two who have ever met; who met in the last round weigh twice that.</summary>
    public const int Repeat = 20 * Best;

    /// <summary>More than all the pairs of two groups together can weigh otherwise.</summary>
    public const int Never = -1_500_000_000;

    private readonly int[] _weights;

    private RoundWeights(int count, int[] weights)
    {
        (Count, _weights) = (count, weights);
    }

    public int Count { get; }

    /// <summary>What a member is worth together with each.</summary>
    public ReadOnlySpan<int> Of(int member) => _weights.AsSpan(member * Count, Count);

    public int this[int one, int other] => _weights[(one * Count) + other];

    /// <param name="keys">Those who are matched together.</param>
    /// <param name="score">How well two of them fit; the same both ways.</param>
    public static RoundWeights Of(long[] keys, RoundRequest request, Func<long, long, double> score, CancellationToken cancellationToken)
    {
        var weights = Scaled(keys, score, cancellationToken);
        var places = keys.Index().ToDictionary(key => key.Item, key => key.Index);
        foreach (var meeting in request.Met)
        {
            var penalty = Repeat + (Repeat / Math.Max(1, meeting.RoundsAgo));
            Change(meeting.One, meeting.Other, weight => Math.Min(weight, -penalty));
        }

        foreach (var (one, other) in request.Never)
        {
            Change(one, other, _ => Never);
        }

        return new RoundWeights(keys.Length, weights);

        void Change(long one, long other, Func<int, int> change)
        {
            if (places.TryGetValue(one, out var here) && places.TryGetValue(other, out var there) && here != there)
            {
                weights[(here * keys.Length) + there] = weights[(there * keys.Length) + here] = change(weights[(here * keys.Length) + there]);
            }
        }
    }

    private static int[] Scaled(long[] keys, Func<long, long, double> score, CancellationToken cancellationToken)
    {
        var count = keys.Length;
        var (scores, highest) = (new float[count * (count - 1) / 2], 0f);
        for (int one = 0, at = 0; one < count; one++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var other = one + 1; other < count; other++, at++)
            {
                var value = (float)score(keys[one], keys[other]);
                scores[at] = float.IsFinite(value) ? value : 0;
                highest = Math.Max(highest, Math.Abs(scores[at]));
            }
        }

        var (weights, scale) = (new int[count * count], highest == 0 ? 0 : Best / (double)highest);
        for (int one = 0, at = 0; one < count; one++)
        {
            for (var other = one + 1; other < count; other++, at++)
            {
                weights[(one * count) + other] = weights[(other * count) + one] = (int)Math.Round(scores[at] * scale);
            }
        }

        return weights;
    }
}
