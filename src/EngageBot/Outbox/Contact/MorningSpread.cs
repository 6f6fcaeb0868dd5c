namespace EngageBot.Outbox.Contact;

/// <summary>
/// What waited overnight is not said all at once when quiet hours end but spread over the morning: each at a time of its own, which does not depend on what else waits, so that
/// planning it again changes nothing.
/// </summary>
internal static class MorningSpread
{
    public static readonly TimeSpan UsualLength = TimeSpan.FromHours(3);

    /// <summary>When something planned is said on a morning, whatever its form; before it expires.</summary>
    public static DateTimeOffset TimeOf(OutboxEntry entry, DateTimeOffset morning)
    {
        var left = entry.ExpiresAt - morning;
        return left <= TimeSpan.Zero ? morning : TimeOf(entry.Id, morning, left < UsualLength ? left : UsualLength);
    }

    /// <summary>A time of a message's own on a morning. On another morning it is another, so that nobody is always the last.</summary>
    public static DateTimeOffset TimeOf(long key, DateTimeOffset morning, TimeSpan length) =>
        morning + TimeSpan.FromMilliseconds(Math.Floor(length.TotalMilliseconds * (Mixed((ulong)key ^ Mixed((ulong)(morning.ToUnixTimeSeconds() / 86_400))) >> 11) / (1L << 53)));

    /// <summary>The last step of SplitMix64 (Steele, Lea and Flood 2014): near numbers come to lie far apart.</summary>
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
