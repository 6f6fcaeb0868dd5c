using EngageBot.Communities;
using EngageBot.Nudges;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;
using EngageBot.TestKit;

namespace EngageBot.Tests.Outbox.Contact;

public sealed class MorningSpreadTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 29, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_waited_overnight_is_spread_over_the_morning()
    {
        var times = Enumerable.Range(0, 600).Select(key => MorningSpread.TimeOf(key, Morning, MorningSpread.UsualLength)).ToList();
        Assert.All(times, at => Assert.InRange(at, Morning, Morning.AddHours(3).AddTicks(-1)));
        Assert.All(times.GroupBy(at => (int)(at - Morning).TotalMinutes / 30), half => Assert.InRange(half.Count(), 65, 135));
    }

    [Fact]
    public void Nobody_is_the_last_every_day() =>
        Assert.InRange(Enumerable.Range(0, 200).Average(day => (MorningSpread.TimeOf(7, Morning.AddDays(day), MorningSpread.UsualLength) - Morning.AddDays(day)).TotalHours), 1.3, 1.7);

    [Fact]
    public void What_expires_in_the_morning_is_said_before_it_does()
    {
        for (var id = 1; id <= 100; id++)
        {
            Assert.InRange(MorningSpread.TimeOf(A.Planned(OutboxKind.RoundNotice) with { Id = id, ExpiresAt = Morning.AddMinutes(20) }, Morning), Morning, Morning.AddMinutes(20));
        }

        Assert.Equal(Morning, MorningSpread.TimeOf(A.Planned(OutboxKind.RoundNotice) with { ExpiresAt = Morning }, Morning));
    }

    [Fact]
    public void Whatever_its_form_nothing_that_waited_is_said_the_minute_quiet_hours_end()
    {
        var rules = new CommunityRules { QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), "Europe/Berlin") };
        foreach (var form in Enum.GetValues<OutboxKind>().Where(form => !OutboxKinds.IsForModerators(form)))
        {
            var entry = A.Planned(form) with { ExpiresAt = Morning.AddDays(2) };
            var verdict = OutboxKinds.ContactOf(form) is null
                ? PublicStepPolicy.ForTime(rules, entry, Morning.AddHours(-3))
                : ContactVerdict.Of(new ContactDecision.Later(Morning, ContactReason.QuietHours), entry, Morning.AddHours(-3));
            Assert.Equal((form, MorningSpread.TimeOf(entry.Id, Morning, MorningSpread.UsualLength)), (form, Assert.IsType<OutboxVerdict.Hold>(verdict).Until));
        }
    }
}
