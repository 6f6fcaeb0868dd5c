using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Outbox.Contact;

namespace EngageBot.Tests.Outbox.Contact;

/// <summary>Hours and zones.</summary>
public sealed class ContactClockTests
{
    [Theory]
    [InlineData("Europe/Berlin", null, "2026-03-04T20:59Z", null)]
    [InlineData("Europe/Berlin", null, "2026-03-04T21:00Z", "2026-03-05T07:00Z")]
    [InlineData("Europe/Berlin", "America/Los_Angeles", "2026-03-04T21:00Z", null)] // early afternoon where he is
    [InlineData("Europe/Berlin", "America/Los_Angeles", "2026-03-04T12:00Z", "2026-03-04T16:00Z")]
    [InlineData("Europe/Berlin", "Pacific/Auckland", "2026-03-04T09:30Z", "2026-03-04T19:00Z")] // tomorrow morning there is this evening here
    [InlineData("Europe/Berlin", "Asia/Kathmandu", "2026-03-04T17:00Z", "2026-03-05T02:15Z")] // a zone with minutes
    [InlineData("Europe/Berlin", "Mars/Olympus", "2026-03-04T21:00Z", "2026-03-05T07:00Z")] // not known: the community's
    [InlineData("Europe/Berlin", null, "2026-03-28T21:30Z", "2026-03-29T06:00Z")] // the night in which an hour is missing
    [InlineData("Europe/Berlin", null, "2026-10-24T20:30Z", "2026-10-25T07:00Z")] // and the one in which it comes twice
    [InlineData("America/New_York", null, "2026-03-08T03:30Z", "2026-03-08T12:00Z")]
    public void Nobody_is_contacted_in_quiet_hours_where_he_is(string community, string? his, string now, string? later) =>
        AssertAt(later, ContactReason.QuietHours, Facts(Platform.Discord, his, new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), community)), now);

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-04T08:00Z", null)] // Wednesday, 9:00
    [InlineData("Europe/Berlin", "2026-03-04T15:59Z", null)]
    [InlineData("Europe/Berlin", "2026-03-04T07:59Z", "2026-03-04T08:00Z")]
    [InlineData("Europe/Berlin", "2026-03-04T16:00Z", "2026-03-05T08:00Z")]
    [InlineData("Europe/Berlin", "2026-03-06T16:00Z", "2026-03-09T08:00Z")] // Friday evening
    [InlineData("Europe/Berlin", "2026-03-28T12:00Z", "2026-03-30T07:00Z")] // the weekend in which an hour is missing
    [InlineData("Europe/Berlin", "2026-10-23T15:00Z", "2026-10-26T08:00Z")] // and the one in which it comes twice
    [InlineData("Pacific/Auckland", "2026-03-08T20:00Z", null)] // Monday morning there, Sunday here
    [InlineData("Pacific/Auckland", "2026-03-06T12:00Z", "2026-03-08T20:00Z")]
    [InlineData("America/Los_Angeles", "2026-03-07T00:30Z", null)] // still Friday there
    [InlineData(null, "2026-03-07T10:00Z", "2026-03-09T09:00Z")]
    public void On_Slack_there_are_working_hours(string? zone, string now, string? later)
    {
        AssertAt(later, ContactReason.WorkingHours, Facts(Platform.Slack, zone, quiet: null), now);
        Assert.IsType<ContactDecision.Allowed>(ContactPolicy.Decide(Facts(Platform.Discord, zone, quiet: null), DateTimeOffset.Parse(now)));
    }

    [Theory]
    [InlineData("2026-03-04T08:00Z", "2026-03-04T15:00Z", "2026-03-05T08:00Z")]
    [InlineData("2026-03-03T15:59Z", "2026-03-04T08:00Z", null)] // yesterday
    [InlineData("2026-03-06T08:00Z", "2026-03-06T09:00Z", "2026-03-09T08:00Z")] // over the weekend
    public void On_Slack_there_is_one_message_a_day_thanks_among_them(string sent, string now, string? later)
    {
        var facts = Facts(Platform.Slack, "Europe/Berlin", quiet: null) with { Kind = ContactKind.Thanks, History = new ContactHistory { Bundles = [DateTimeOffset.Parse(sent)] } };
        var decision = ContactPolicy.Decide(facts, DateTimeOffset.Parse(now));
        Assert.Equal(later, decision is ContactDecision.Later at ? at.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm'Z'") : null);
    }

    [Fact]
    public void His_own_hours_count_too_and_where_none_are_left_he_is_never_contacted()
    {
        var night = new QuietHours(new TimeOnly(20, 0), new TimeOnly(8, 0), "Etc/UTC");
        var facts = Facts(Platform.Discord, null, night);
        var owl = facts with { Person = facts.Person with { OwnHours = new QuietHours(new TimeOnly(6, 0), new TimeOnly(18, 0), "Etc/UTC") } };
        var never = facts with { Person = facts.Person with { OwnHours = new QuietHours(new TimeOnly(8, 0), new TimeOnly(20, 0), "Etc/UTC") } };
        AssertAt("2026-03-04T18:00Z", ContactReason.OwnHours, owl, "2026-03-04T07:00Z");
        Assert.Equal(new ContactDecision.Never(ContactReason.NoTimeLeft), ContactPolicy.Decide(never, DateTimeOffset.Parse("2026-03-04T12:00Z")));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-04T23:30Z", "2026-03-05T23:00Z")]
    [InlineData("Europe/Berlin", "2026-03-28T23:30Z", "2026-03-29T22:00Z")] // a day of 23 hours
    [InlineData("America/Havana", "2026-03-07T12:00Z", "2026-03-08T05:00Z")] // midnight is skipped
    [InlineData("America/Havana", "2026-10-31T12:00Z", "2026-11-01T04:00Z")] // midnight comes twice
    public void A_day_begins_by_the_clock_of_the_zone(string zone, string now, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next), WorkingHours.NextDay(DateTimeOffset.Parse(now), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    private static void AssertAt(string? later, ContactReason reason, ContactFacts facts, string now) => Assert.Equal(
        later is null ? new ContactDecision.Allowed() : new ContactDecision.Later(DateTimeOffset.Parse(later), reason),
        ContactPolicy.Decide(facts, DateTimeOffset.Parse(now)));

    private static ContactFacts Facts(Platform platform, string? zone, QuietHours? quiet) => new()
    {
        Kind = ContactKind.Introduction,
        Platform = platform,
        Person = new ContactPerson { Agreement = ContactAgreement.Agreed, TimeZone = zone },
        History = new ContactHistory(),
        Community = new ContactCommunity { IsLive = true, AsksPerDay = int.MaxValue, QuietHours = quiet },
    };
}
