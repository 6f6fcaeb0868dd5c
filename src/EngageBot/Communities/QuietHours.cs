namespace EngageBot.Communities;

/// <summary>Hours of the day in which nobody is contacted and no wait runs, in the community's own zone.</summary>
/// <param name="From">When they begin; may be later than <paramref name="To"/>, over midnight.</param>
/// <param name="To">When they end.</param>
/// <param name="TimeZone">An IANA name ("Europe/Berlin").</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, string TimeZone)
{
    /// <summary>The moment at which a wait that began at <paramref name="start"/> is over, with the clock stopped in quiet hours.</summary>
    public DateTimeOffset After(DateTimeOffset start, TimeSpan wait)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var moment = AwakeFrom(start, zone);
        for (var left = wait; ;)
        {
            var quietFrom = NextFrom(moment, zone);
            if (quietFrom - moment > left)
            {
                return moment + left;
            }

            left -= quietFrom - moment;
            moment = AwakeFrom(quietFrom, zone);
        }
    }

    public bool Contains(DateTimeOffset moment) => Contains(moment, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    private bool Contains(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        return time.IsBetween(From, To);
    }

    private DateTimeOffset AwakeFrom(DateTimeOffset moment, TimeZoneInfo zone) => Contains(moment, zone) ? Next(moment, To, zone) : moment;

    private DateTimeOffset NextFrom(DateTimeOffset moment, TimeZoneInfo zone) => Next(moment, From, zone);

    /// <summary>The next moment after this one at which clocks in the zone show a time. A time that a change of clocks skips is taken just after it.</summary>
    private static DateTimeOffset Next(DateTimeOffset moment, TimeOnly time, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        while (true)
        {
            var local = day.ToDateTime(time);
            while (zone.IsInvalidTime(local))
            {
                local = local.AddMinutes(15);
            }

            var next = new DateTimeOffset(local, zone.GetUtcOffset(local));
            if (next > moment)
            {
                return next.ToUniversalTime();
            }

            day = day.AddDays(1);
        }
    }
}
