namespace EngageBot.Profiles;

/// <summary>How fast what is known of members loses weight.</summary>
internal static class Fading
{
    /// <summary>Milliseconds in which activity loses half its weight: 30 days.</summary>
    public const double Activity = 30 * Day;

    /// <summary>Milliseconds in which a topic loses half its weight: 90 days.</summary>
    public const double Topics = 90 * Day;

    private const double Day = 86_400_000;

    /// <summary>What is left of a weight after some milliseconds.</summary>
    public static float Of(double halfLife, long elapsed) => elapsed <= 0 ? 1 : (float)double.Exp2(-elapsed / halfLife);
}
