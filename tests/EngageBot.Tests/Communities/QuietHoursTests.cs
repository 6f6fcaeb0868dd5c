using EngageBot.Communities;

namespace EngageBot.Tests.Communities;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("22:00", "08:00", "Etc/UTC", "2026-01-05T12:00Z", 60, "2026-01-05T13:00Z")]
    [InlineData("22:00", "08:00", "Etc/UTC", "2026-01-05T21:30Z", 60, "2026-01-06T08:30Z")]
    [InlineData("22:00", "08:00", "Etc/UTC", "2026-01-05T23:00Z", 60, "2026-01-06T09:00Z")]
    [InlineData("22:00", "08:00", "Etc/UTC", "2026-01-05T07:59Z", 0, "2026-01-05T08:00Z")]
    [InlineData("13:00", "14:00", "Etc/UTC", "2026-01-05T12:30Z", 2880, "2026-01-07T15:30Z")]
    [InlineData("22:00", "08:00", "Europe/Berlin", "2026-01-05T20:30Z", 60, "2026-01-06T07:30Z")]
    [InlineData("22:00", "08:00", "Europe/Berlin", "2026-03-28T20:30Z", 60, "2026-03-29T06:30Z")] // the night in which an hour is missing
    [InlineData("22:00", "08:00", "Europe/Berlin", "2026-10-24T19:30Z", 60, "2026-10-25T07:30Z")] // and the one in which it comes twice
    [InlineData("02:30", "05:00", "Europe/Berlin", "2026-03-29T00:30Z", 60, "2026-03-29T03:30Z")] // quiet hours begin in the missing hour
    public void A_wait_stands_still_in_quiet_hours(string from, string to, string zone, string start, int minutes, string end)
    {
        var quiet = new QuietHours(TimeOnly.Parse(from), TimeOnly.Parse(to), zone);
        Assert.Equal(DateTimeOffset.Parse(end), quiet.After(DateTimeOffset.Parse(start), TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void No_wait_ends_in_quiet_hours()
    {
        var quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), "America/Sao_Paulo");
        var random = new Random(1);
        for (var time = 0; time < 2_000; time++)
        {
            var start = DateTimeOffset.UnixEpoch.AddMinutes(random.Next(30_000_000));
            var end = quiet.After(start, TimeSpan.FromMinutes(random.Next(5_000)));
            Assert.False(quiet.Contains(end), $"{start:O} to {end:O}");
            Assert.True(end >= start);
        }
    }
}
