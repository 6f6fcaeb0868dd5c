namespace EngageBot.SelfPromotion;

/// <summary>Whether messages come by the clock and not by hand: at the same time of day, or at even intervals.</summary>
internal static class SchedulePolicy
{
    private const int Fewest = 4;

    /// <summary>What people write in one go is no schedule.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(30);

    /// <summary>People are not so punctual.</summary>
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="times">Of messages of one kind, in order.</param>
    public static bool AreFixed(IReadOnlyList<DateTimeOffset> times)
    {
        TimeSpan[] gaps = [.. times.Skip(1).Zip(times, (later, earlier) => later - earlier)];
        return times.Count >= Fewest && gaps.Min() >= Apart && (gaps.Max() - gaps.Min() <= Punctual || AreAtOneTimeOfDay(times));
    }

    /// <summary>Also where days are left out; midnight is a time like any other.</summary>
    private static bool AreAtOneTimeOfDay(IReadOnlyList<DateTimeOffset> times)
    {
        TimeSpan[] ofDay = [.. times.Select(time => time.UtcDateTime.TimeOfDay).Order()];
        var widest = ofDay.Skip(1).Zip(ofDay, (later, earlier) => later - earlier).Append(ofDay[0] + Day - ofDay[^1]).Max();
        return Day - widest <= Punctual && times.Select(time => time.UtcDateTime.Date).Distinct().Count() >= Fewest;
    }
}
