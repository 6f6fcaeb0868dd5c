using System.Globalization;
using EngageBot.Communities;
using EngageBot.Digest;
using EngageBot.Outbox;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Digest;

public sealed class DigestPolicyTests
{
    // 2026-03-29: clocks in Berlin go from 02:00 to 03:00; 2026-10-25: back.
    [Theory]
    [InlineData("UTC", DayOfWeek.Monday, 10, "2026-01-12T10:00", "2026-01-12T10:00")]
    [InlineData("UTC", DayOfWeek.Monday, 10, "2026-01-12T09:59", "2026-01-05T10:00")]
    [InlineData("UTC", DayOfWeek.Sunday, 0, "2026-01-12T09:59", "2026-01-11T00:00")]
    [InlineData("Europe/Berlin", DayOfWeek.Monday, 0, "2026-01-11T23:00", "2026-01-11T23:00")]
    [InlineData("America/New_York", DayOfWeek.Friday, 23, "2026-01-10T04:00", "2026-01-10T04:00")]
    [InlineData("Europe/Berlin", DayOfWeek.Sunday, 2, "2026-03-29T12:00", "2026-03-29T01:00")]
    [InlineData("Europe/Berlin", DayOfWeek.Sunday, 2, "2026-10-25T12:00", "2026-10-25T01:00")]
    [InlineData("Asia/Kolkata", DayOfWeek.Tuesday, 9, "2026-01-13T03:30", "2026-01-13T03:30")]
    public void It_is_due_on_its_day_at_its_hour_in_the_zone_of_the_community(string zone, DayOfWeek day, int hour, string now, string due)
    {
        var rules = new CommunityRules { DigestChannel = "news", DigestDay = day, DigestHour = hour, QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 0), zone) };
        Assert.Equal(Utc(due), DigestPolicy.LastDue(rules, Utc(now)));
        Assert.Null(DigestPolicy.LastDue(rules with { DigestChannel = null }, Utc(now)));
    }

    [Theory]
    [InlineData(0, -10, null, true)]
    [InlineData(23, -10, null, true)]
    [InlineData(24, -10, null, false)]
    [InlineData(1, 0, null, true)]
    [InlineData(1, 1, null, false)]
    [InlineData(1, -10 * 24, -7 * 24, true)]
    [InlineData(1, -10 * 24, (-7 * 24) + 1, true)]
    [InlineData(1, -10 * 24, -3 * 24, false)]
    [InlineData(1, -10 * 24, 0, false)]
    public void One_a_week_is_made_within_a_day_where_the_bot_may_speak(int nowAfter, int liveAfter, int? lastAfter, bool isMade)
    {
        var due = Utc("2026-01-12T10:00");
        Assert.Equal(isMade, DigestPolicy.IsToBeMade(due, due.AddHours(liveAfter), lastAfter is { } last ? due.AddHours(last) : null, due.AddHours(nowAfter)));
    }

    [Fact]
    public void Quiet_hours_hold_it()
    {
        var rules = new CommunityRules { QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 0), "UTC") };
        Assert.Equal(Utc("2026-01-12T06:00"), Assert.IsType<OutboxVerdict.Hold>(DigestPolicy.ForTime(rules, Utc("2026-01-12T05:00"))).Until);
        Assert.IsType<OutboxVerdict.Say>(DigestPolicy.ForTime(rules, Utc("2026-01-12T06:00")));
    }

    [Fact]
    public void Who_is_named_is_drawn_and_neither_by_number_nor_for_ever()
    {
        var people = Enumerable.Range(1, 40).Select(number => new DigestPerson(number, $"name{number:00}", number)).ToList();
        var weeks = Enumerable.Range(0, 30).Select(week => DigestPolicy.Drawn(people, 8, Utc("2026-01-12T10:00").AddDays(7 * week))).ToList();
        Assert.All(weeks, named => Assert.Equal(named.Select(person => person.Name).Order(StringComparer.Ordinal), named.Select(person => person.Name)));
        Assert.Equal(weeks[0], DigestPolicy.Drawn(people.AsEnumerable().Reverse(), 8, Utc("2026-01-12T10:00")));
        Assert.Equal(40, weeks.SelectMany(named => named).Distinct().Count());
        Assert.Equal(people.Take(3), DigestPolicy.Drawn(people.Take(3), 8, Utc("2026-01-12T10:00")));
    }

    [Fact]
    public void The_moment_comes_back_out_of_the_key() => Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<NonNegativeInt>(), (community, quarter) =>
    {
        var due = DateTimeOffset.UnixEpoch.AddMinutes(15L * (quarter.Get % 10_000_000));
        return DigestKey.DueOf(DigestKey.Of(community.Get, due)) == due;
    }).QuickCheckThrowOnFailure();

    private static DateTimeOffset Utc(string written) => DateTimeOffset.Parse(written + "Z", CultureInfo.InvariantCulture);
}
