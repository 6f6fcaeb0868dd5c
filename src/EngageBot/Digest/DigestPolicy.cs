using EngageBot.Communities;
using EngageBot.Outbox;

namespace EngageBot.Digest;

/// <summary>When the week is summed up, and who of many is named.</summary>
internal static class DigestPolicy
{
    /// <summary>What is summed up.</summary>
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>What could not be said within a day is not said any more.</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(1);

    /// <summary>One a week, also where the day is changed; a week in which clocks are put forward is shorter.</summary>
    private static readonly TimeSpan ShortestWeek = TimeSpan.FromDays(6);

    /// <summary>The last moment, now among them, at which the rules want a digest; null where they want none. An hour that a change of clocks skips is taken just after it.</summary>
    public static DateTimeOffset? LastDue(CommunityRules rules, DateTimeOffset now)
    {
        if (rules.DigestChannel is null)
        {
            return null;
        }

        var zone = rules.QuietHours is { } quiet ? TimeZoneInfo.FindSystemTimeZoneById(quiet.TimeZone) : TimeZoneInfo.Utc;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        while (true)
        {
            if (day.DayOfWeek == rules.DigestDay && MomentOf(day, rules.DigestHour, zone) is var due && due <= now)
            {
                return due;
            }

            day = day.AddDays(-1);
        }
    }

    /// <summary>Whether it is to be made now.</summary>
    /// <param name="liveSince">Since when the bot may speak.</param>
    /// <param name="last">The moment of the last one; null for none yet.</param>
    public static bool IsToBeMade(DateTimeOffset due, DateTimeOffset liveSince, DateTimeOffset? last, DateTimeOffset now) =>
        now - due < ValidFor && liveSince <= due && (last is null || due - last >= ShortestWeek);

    /// <summary>Whether it is a time at which something new may be said.</summary>
    public static OutboxVerdict ForTime(CommunityRules rules, DateTimeOffset now) =>
        rules.QuietHours is { } quiet && quiet.Contains(now) ? new OutboxVerdict.Hold("Quiet hours.", quiet.After(now, TimeSpan.Zero)) : new OutboxVerdict.Say();

    /// <summary>Some of those who could be named, by a draw that is the same whenever it is looked at and has nothing to do with how much they did; in the order of their names.</summary>
    public static IReadOnlyList<DigestPerson> Drawn(IEnumerable<DigestPerson> people, int most, DateTimeOffset due) =>
    [
        .. people.OrderBy(person => Mixed(person.Member, due.ToUnixTimeSeconds())).ThenBy(person => person.Member).Take(most)
            .OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase).ThenBy(person => person.Member),
    ];

    private static DateTimeOffset MomentOf(DateOnly day, int hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The finaliser of SplitMix64 (<see href="https://prng.di.unimi.it/splitmix64.c"/>).</summary>
    private static ulong Mixed(long member, long week)
    {
        var mixed = (ulong)member + ((ulong)week * 0x9E3779B97F4A7C15);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
