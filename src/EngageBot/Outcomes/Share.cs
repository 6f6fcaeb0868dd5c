namespace EngageBot.Outcomes;

/// <summary>So many of so many.</summary>
internal readonly record struct Share
{
    /// <summary>The normal deviate that leaves one in twenty outside.</summary>
    private const double Deviate = 1.959963984540054;

    public Share(int count, int of)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(of);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, of);
        (Count, Of) = (count, of);
    }

    public int Count { get; }

    public int Of { get; }

    /// <summary>From 0 to 1; 0 of none is 0.</summary>
    public double Value => Of == 0 ? 0 : (double)Count / Of;

    /// <summary>Wilson's score interval with 95% (Wilson 1927), which holds for few cases and shares near 0 and 1 too; of none it is everything.</summary>
    public Interval Interval
    {
        get
        {
            if (Of == 0)
            {
                return new Interval(0, 1);
            }

            var square = Deviate * Deviate;
            var middle = Count + (square / 2);
            var half = Deviate * Math.Sqrt((Count * (1 - Value)) + (square / 4));
            return new Interval(Math.Max(0, (middle - half) / (Of + square)), Math.Min(1, (middle + half) / (Of + square)));
        }
    }

    /// <summary>
    /// The difference of two independent shares with 95%: Newcombe's hybrid score interval, his method 10 (Statistics in Medicine 17, 1998, 873-890), made of the Wilson
    /// intervals of both.
    /// </summary>
    public static Interval Difference(Share one, Share other)
    {
        var (difference, ofOne, ofOther) = (one.Value - other.Value, one.Interval, other.Interval);
        return new Interval(
            difference - Distance(one.Value - ofOne.Lower, ofOther.Upper - other.Value),
            difference + Distance(ofOne.Upper - one.Value, other.Value - ofOther.Lower));
    }

    private static double Distance(double one, double other) => Math.Sqrt((one * one) + (other * other));
}
