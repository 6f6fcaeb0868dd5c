namespace EngageBot.Tests.Charts;

/// <summary>Data for the tests.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Monday = new(2025, 3, 3, 0, 0, 0, TimeSpan.Zero);
}
