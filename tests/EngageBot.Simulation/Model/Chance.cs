namespace EngageBot.Simulation.Model;

/// <summary>
/// Numbers that depend on nothing but their names: a seed, what they are for, and about whom or what. So the same member meets the same post with the same mood
/// whichever bot is there, and what differs between two bots is theirs.
/// </summary>
internal static class Chance
{
    /// <summary>Evenly from 0 to 1, 1 left out.</summary>
    public static double Of(long seed, Drawn drawn, long one = 0, long other = 0)
    {
        var mixed = Mixed(Mixed(Mixed(Mixed((ulong)seed) + (ulong)drawn) + (ulong)one) + (ulong)other);
        return (mixed >> 11) * (1.0 / (1L << 53));
    }

    /// <summary>From a normal distribution around 0 with deviation 1.</summary>
    public static double Normal(long seed, Drawn drawn, long one = 0, long other = 0) =>
        Math.Sqrt(-2 * Math.Log(1 - Of(seed, drawn, one, other))) * Math.Cos(2 * Math.PI * Of(seed, drawn, one, other + (1L << 40)));

    /// <summary>Around 1 at the mean, with so much spread in its logarithm.</summary>
    public static double Around1(double spread, long seed, Drawn drawn, long one = 0, long other = 0) =>
        Math.Exp((spread * Normal(seed, drawn, one, other)) - (spread * spread / 2));

    /// <summary>The normal deviate below which a share of 0.5 to 1 lies: Abramowitz and Stegun 26.2.23, right to 0.00045.</summary>
    public static double Deviate(double share)
    {
        var t = Math.Sqrt(-2 * Math.Log(1 - share));
        return t - ((2.515517 + (0.802853 * t) + (0.010328 * t * t)) / (1 + (1.432788 * t) + (0.189269 * t * t) + (0.001308 * t * t * t)));
    }

    /// <summary>The last step of SplitMix64 (Steele, Lea and Flood 2014): near numbers come to lie far apart.</summary>
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
