using System.Globalization;
using EngageBot.SelfPromotion;
using EngageBot.Tests.Database;
using EngageBot.Tests.SelfPromotion.Queue;
using EngageBot.TestKit;

namespace EngageBot.Tests.SelfPromotion;

/// <summary>What somebody does by habit: a domain of his own, and the clock.</summary>
public sealed class HabitTests
{
    [Theory]
    [InlineData("ada.example", 3, 0, true)]
    [InlineData("ada.example", 3, 1, true)]
    [InlineData("ada.example", 2, 0, false)]
    [InlineData("ada.example", 3, 2, false)] // Others link there as well.
    [InlineData("ada.example", 9, 3, true)]
    [InlineData("youtube.com", 9, 0, false)] // Everybody's.
    public void A_domain_is_his_own_that_he_keeps_linking_to_and_hardly_anybody_else(string domain, int times, int others, bool isOwn) =>
        Assert.Equal(isOwn, OwnDomainPolicy.IsOwn(domain, times, others));

    /// <summary>Days and times of day.</summary>
    [Theory]
    [InlineData("1 09:00 2 09:01 3 09:00 4 09:02", true)]
    [InlineData("1 09:00 2 09:01 5 09:00 9 09:03", true)] // Days left out.
    [InlineData("1 23:59 3 00:01 3 23:58 5 00:00", true)] // Around midnight.
    [InlineData("1 01:00 1 07:01 1 13:00 1 19:02", true)] // Every six hours.
    [InlineData("1 09:00 2 09:01 3 09:00", false)] // Too few.
    [InlineData("1 09:00 2 11:30 3 08:10 4 17:45", false)]
    [InlineData("1 09:00 1 09:01 1 09:02 1 09:03", false)] // In one go.
    [InlineData("1 09:00 2 09:20 3 08:50 4 09:10", false)] // A person's habit.
    [InlineData("", false)]
    public void By_the_clock_is_at_one_time_of_day_or_at_even_intervals(string times, bool areFixed)
    {
        var parts = times.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        DateTimeOffset[] moments = [.. parts.Chunk(2).Select(part => new DateTimeOffset(2026, 5, int.Parse(part[0], CultureInfo.InvariantCulture), 0, 0, 0, TimeSpan.Zero) + TimeSpan.ParseExact(part[1], @"hh\:mm", CultureInfo.InvariantCulture))];
        Assert.Equal(areFixed, SchedulePolicy.AreFixed(moments));
    }

    [Fact]
    public void A_habit_makes_a_quiet_link_promotion_and_is_a_reason()
    {
        var quiet = new PromotionVerdict(0.01f, ["link"]);
        Assert.Equal(
            "link, a site that hardly anybody else links to, again and again, posts links at fixed times",
            PromotionPolicy.Decide(quiet, new PromotionSignals { HasLink = true, OwnDomainTimes = 3, ScheduledTimes = 5 }).ToString());
        Assert.False(PromotionPolicy.Decide(quiet, new PromotionSignals { HasLink = true }).IsPromotion);
        Assert.False(PromotionPolicy.Decide(quiet, new PromotionSignals { HasLink = true, OwnDomainTimes = 3, AnswersSomebody = true }).IsPromotion);
    }

    [Theory, EachEngine]
    public async Task Who_keeps_linking_to_his_own_site_in_quiet_words_comes_before_moderators(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await QueueStoryTests.BeginAsync(database);
        string[] notes = ["about seeds and how to keep them", "on the birds of our town", "what the winter did to the garden"];
        for (var day = 0; day < notes.Length; day++)
        {
            await story.WriteAsync(A.Message($"{notes[day]} https://ada.example/{day}").Id(day + 1).In("help"));
            await story.WriteAsync(A.Message($"{notes[day]} https://youtube.com/{day}").Id(day + 11).By("bob").In("help"));
            await story.PassMinutesAsync(12);
            Assert.Equal(day == 2 ? 1 : 0, story.Platform.Sent.Count());
            await story.SkipAsync(TimeSpan.FromDays(8) + TimeSpan.FromHours(day));
        }

        Assert.Contains("a site that hardly anybody else links to, again and again", story.Platform.Sent.Single().Text, StringComparison.Ordinal);
    }
}
