using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Outbox.Contact;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Outbox.Contact;

/// <summary>Whatever is asked of a member in whatever order, on two platforms and with times reserved ahead: nobody is contacted too often or at a wrong hour.</summary>
public sealed class ContactPlanTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero);
    private static readonly string?[] Zones = [null, "Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kathmandu"];
    private static readonly ContactKind[] Kinds = [ContactKind.Ask, ContactKind.Ask, ContactKind.YourTurn, ContactKind.Introduction, ContactKind.PromoterNote, ContactKind.Thanks];

    [Fact]
    public void No_sequence_of_asks_exceeds_a_budget_or_breaks_an_hour() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var (zone, limit, hasAnswered) = (Zones[random.Next(Zones.Length)], random.Next(1, 4), random.Next(2) == 0);
        var quiet = random.Next(3) == 0 ? null : new QuietHours(new TimeOnly(random.Next(18, 24), 0), new TimeOnly(random.Next(5, 10), 30), "Europe/Berlin");
        List<(ContactFacts Facts, DateTimeOffset At)> sent = [];
        for (var now = Start; now < Start.AddDays(24); now += TimeSpan.FromMinutes(random.Next(1, 900)))
        {
            var facts = Facts(random, sent, zone, quiet, limit, hasAnswered);
            switch (ContactPolicy.Decide(facts, now))
            {
                case ContactDecision.Allowed:
                    sent.Add((facts, now));
                    break;
                case ContactDecision.Later later:
                    AssertTrue(later, facts, now, random);
                    if (random.Next(3) == 0)
                    {
                        sent.Add((facts, later.At)); // reserved
                    }

                    break;
            }
        }

        AssertWithinBudgets(sent, limit, hasAnswered);
        Assert.All(sent, one => AssertHour(one.Facts, one.At, zone));
    }).QuickCheckThrowOnFailure();

    private static ContactFacts Facts(Random random, List<(ContactFacts Facts, DateTimeOffset At)> sent, string? zone, QuietHours? quiet, int limit, bool hasAnswered) => new()
    {
        Kind = Kinds[random.Next(Kinds.Length)],
        Platform = random.Next(2) == 0 ? Platform.Discord : Platform.Slack,
        Person = new ContactPerson { Agreement = ContactAgreement.Agreed, TimeZone = zone, HasAnsweredOnce = hasAnswered },
        History = new ContactHistory
        {
            Nudges = Times(sent, facts => ContactPolicy.IsNudge(facts.Kind)),
            Asks = Times(sent, facts => facts.Kind == ContactKind.Ask),
            Notes = Times(sent, facts => facts.Kind == ContactKind.PromoterNote),
            Bundles = Times(sent, facts => facts.Platform == Platform.Slack),
        },
        Community = new ContactCommunity { IsLive = true, AsksPerDay = limit, Asks = Times(sent, facts => facts.Kind == ContactKind.Ask), QuietHours = quiet },
    };

    /// <summary>Later is no sooner than now, it holds when the time has come, and no moment before would have done.</summary>
    private static void AssertTrue(ContactDecision.Later later, ContactFacts facts, DateTimeOffset now, Random random)
    {
        Assert.True(later.At > now);
        Assert.IsType<ContactDecision.Allowed>(ContactPolicy.Decide(facts, later.At));
        Assert.IsNotType<ContactDecision.Allowed>(ContactPolicy.Decide(facts, now + ((later.At - now) * random.NextDouble() * 0.999)));
    }

    private static void AssertWithinBudgets(List<(ContactFacts Facts, DateTimeOffset At)> sent, int limit, bool hasAnswered)
    {
        AssertAtMost(1, TimeSpan.FromDays(1), Times(sent, facts => ContactPolicy.IsNudge(facts.Kind)));
        AssertAtMost(3, TimeSpan.FromDays(7), Times(sent, facts => ContactPolicy.IsNudge(facts.Kind)));
        AssertAtMost(1, TimeSpan.FromDays(14), Times(sent, facts => facts.Kind == ContactKind.PromoterNote));
        AssertAtMost(limit, TimeSpan.FromDays(1), Times(sent, facts => facts.Kind == ContactKind.Ask));
        AssertAtMost(hasAnswered ? int.MaxValue : 1, TimeSpan.FromDays(3), Times(sent, facts => facts.Kind == ContactKind.Ask));
    }

    private static void AssertAtMost(int most, TimeSpan per, IReadOnlyList<DateTimeOffset> times) =>
        Assert.All(times, start => Assert.InRange(times.Count(time => time >= start && time < start + per), 0, most));

    private static void AssertHour(ContactFacts facts, DateTimeOffset at, string? zone)
    {
        var his = zone ?? facts.Community.QuietHours?.TimeZone ?? "Etc/UTC";
        Assert.False(facts.Community.QuietHours is { } quiet && (quiet with { TimeZone = his }).Contains(at), $"{at:O} is in quiet hours of {his}");
        if (facts.Platform == Platform.Slack)
        {
            var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(his));
            Assert.InRange(local.Hour, 9, 16);
            Assert.False(local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, $"{local:O} is at a weekend");
            Assert.DoesNotContain(facts.History.Bundles, bundle => TimeZoneInfo.ConvertTime(bundle, TimeZoneInfo.FindSystemTimeZoneById(his)).Date == local.Date);
        }
    }

    private static IReadOnlyList<DateTimeOffset> Times(List<(ContactFacts Facts, DateTimeOffset At)> sent, Func<ContactFacts, bool> which) =>
        [.. sent.Where(one => which(one.Facts)).Select(one => one.At)];
}
