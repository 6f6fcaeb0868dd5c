namespace EngageBot.Digest;

/// <summary>What a digest is about as one number, for the outbox: the community, and the quarter of an hour at which it was due.</summary>
internal static class DigestKey
{
    private const long Quarters = 10_000_000;
    private const long Milliseconds = 15 * 60 * 1_000;

    public static long Of(long community, DateTimeOffset due) => (community * Quarters) + (due.ToUnixTimeMilliseconds() / Milliseconds);

    public static DateTimeOffset DueOf(long subject) => DateTimeOffset.FromUnixTimeMilliseconds(subject % Quarters * Milliseconds);
}
