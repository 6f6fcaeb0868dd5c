namespace EngageBot.Simulation.Model;

/// <summary>When things happen: three weeks of history, then the bot goes live, and nine weeks are measured.</summary>
internal static class Span
{
    public const int HistoryDays = 21;
    public const int Days = 84;

    /// <summary>A Monday. The clocks change in New York and Berlin before the end.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Live = Start.AddDays(HistoryDays);

    public static readonly DateTimeOffset End = Start.AddDays(Days);

    /// <summary>An answer counts within so long.</summary>
    public static readonly TimeSpan Counts = TimeSpan.FromHours(48);

    /// <summary>Posts written at this moment are among those that are measured.</summary>
    public static bool IsMeasured(DateTimeOffset at) => at >= Live && at < End - Counts;
}
