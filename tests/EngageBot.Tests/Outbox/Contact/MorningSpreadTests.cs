using EngageBot.Communities;
using EngageBot.Outbox.Contact;

namespace EngageBot.Tests.Outbox.Contact;

public sealed class MorningSpreadTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 29, 6, 0, 0, TimeSpan.Zero);
    private static readonly QuietHours Night = new(new TimeOnly(22, 0), new TimeOnly(8, 0), "Europe/Berlin");
    private static readonly Budget Plenty = new(int.MaxValue, TimeSpan.FromDays(1), []);

    [Fact]
    public void What_waited_overnight_is_spread_over_the_morning()
    {
        var plan = Plan(Private(600), Plenty);
        Assert.Equal(600, plan.Count);
        Assert.All(plan, message => Assert.InRange(message.At, Morning, Morning.AddHours(3).AddTicks(-1)));
        Assert.All(plan.GroupBy(message => (int)(message.At - Morning).TotalMinutes / 30), half => Assert.InRange(half.Count(), 65, 135));
    }

    [Fact]
    public void Each_has_a_time_of_its_own_whatever_else_waits()
    {
        var all = Plan(Private(50), Plenty).ToDictionary(message => message.Key, message => message.At);
        Assert.All(Private(50), message => Assert.Equal(all[message.Key], Assert.Single(Plan([message], Plenty)).At));
    }

    [Fact]
    public void Nobody_is_the_last_every_day() =>
        Assert.InRange(Enumerable.Range(0, 200).Average(day => (MorningSpread.TimeOf(7, Morning.AddDays(day), MorningSpread.UsualLength) - Morning.AddDays(day)).TotalHours), 1.3, 1.7);

    [Fact]
    public void Public_ones_keep_apart_and_within_their_budget()
    {
        DateTimeOffset[] said = [Morning.AddHours(-20), Morning.AddMinutes(5)];
        var plan = Plan([.. Enumerable.Range(0, 20).Select(key => new WaitingMessage(key, IsPublic: true))], new Budget(6, TimeSpan.FromDays(1), said));
        DateTimeOffset[] times = [.. said, .. plan.Select(message => message.At)];
        Array.Sort(times);
        Assert.Equal(20, plan.Count);
        Assert.All(times.Zip(times.Skip(1)), two => Assert.InRange(two.Second - two.First, MorningSpread.BetweenPublic, TimeSpan.MaxValue));
        Assert.All(times.Zip(times.Skip(6)), seven => Assert.InRange(seven.Second - seven.First, TimeSpan.FromDays(1), TimeSpan.MaxValue));
        Assert.All(plan, message => Assert.False(Night.Contains(message.At)));
    }

    [Fact]
    public void Where_nothing_public_is_allowed_it_is_left_out() =>
        Assert.Equal([2L], Plan([new WaitingMessage(1, IsPublic: true), new WaitingMessage(2, IsPublic: false)], new Budget(0, TimeSpan.FromDays(1), [])).Select(message => message.Key));

    private static IReadOnlyList<WaitingMessage> Private(int count) => [.. Enumerable.Range(0, count).Select(key => new WaitingMessage(key, IsPublic: false))];

    private static IReadOnlyList<SpreadMessage> Plan(IReadOnlyList<WaitingMessage> waiting, Budget budget) =>
        MorningSpread.Plan(waiting, Morning, MorningSpread.UsualLength, budget, Night);
}
