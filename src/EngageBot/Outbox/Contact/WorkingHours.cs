using EngageBot.Communities;

namespace EngageBot.Outbox.Contact;

/// <summary>Monday to Friday, 9 to 17, by the clock of a zone.</summary>
internal static class WorkingHours
{
    private static readonly TimeOnly Start = new(9, 0);
    private static readonly TimeOnly End = new(17, 0);

    /// <summary>The first moment within them, this one or later.</summary>
    public static DateTimeOffset From(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var evening = new QuietHours(End, Start, zone.Id);
        for (moment = evening.After(moment, TimeSpan.Zero); IsWeekend(moment, zone); moment = evening.After(moment, TimeSpan.Zero))
        {
            moment = NextDay(moment, zone);
        }

        return moment;
    }

    /// <summary>When the next day begins by the zone's clock; where a change of clocks skips midnight, just after it.</summary>
    public static DateTimeOffset NextDay(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = DateOf(moment, zone).AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        // Where midnight comes twice the day begins with the first of them.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    public static DateOnly DateOf(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    private static bool IsWeekend(DateTimeOffset moment, TimeZoneInfo zone) => DateOf(moment, zone).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
