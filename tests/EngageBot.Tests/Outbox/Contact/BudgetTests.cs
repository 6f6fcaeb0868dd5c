using EngageBot.Outbox.Contact;

namespace EngageBot.Tests.Outbox.Contact;

public sealed class BudgetTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Hours from noon, with two in ten hours.</summary>
    [Theory]
    [InlineData("", 0), InlineData("-5", 0), InlineData("-5 -1", 5), InlineData("-10 -1", 0), InlineData("-1 -5", 5)]
    [InlineData("-3 4", 7), InlineData("3 4", 13), InlineData("-3 4 8", 14), InlineData("-9 -9 -9", 1), InlineData("9 19", 0), InlineData("5 15 16", 0)]
    public void One_more_fits_where_no_stretch_holds_too_many(string used, double hours)
    {
        var budget = new Budget(2, TimeSpan.FromHours(10), [.. used.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(hour => Noon.AddHours(int.Parse(hour)))]);
        Assert.Equal(Noon.AddHours(hours), budget.FreeFrom(Noon));
    }

    [Fact]
    public void None_means_never_and_no_limit_at_once()
    {
        Assert.Null(new Budget(0, TimeSpan.FromDays(1), []).FreeFrom(Noon));
        Assert.Equal(Noon, new Budget(int.MaxValue, TimeSpan.FromDays(1), [.. Enumerable.Repeat(Noon, 50)]).FreeFrom(Noon));
    }
}
