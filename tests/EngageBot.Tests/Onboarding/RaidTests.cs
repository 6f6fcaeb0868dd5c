using EngageBot.Chat;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using static EngageBot.Tests.Onboarding.FirstMinutes;

namespace EngageBot.Tests.Onboarding;

/// <summary>When joins exceed five times the usual, or newcomers' posts exceed 10 an hour, moderators are told and nothing is sent.</summary>
public sealed class RaidTests
{
    [Theory, EachEngine]
    public async Task While_a_crowd_joins_moderators_are_told_once_and_nothing_is_sent(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Enumerable.Range(0, 12).Select(Newcomer));
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(20);
        await story.RestartAsync();
        await story.PassAsync(5);

        var told = Assert.Single(story.Platform.Sent);
        Assert.Equal((TestTime.Channel("mods"), true), (told.Place.Channel, told.Text.StartsWith("Many people joined at once: 12 in a day", StringComparison.Ordinal)));

        await story.SkipAsync(TimeSpan.FromHours(24));
        await story.WriteAsync(A.Message("how do I close it?").Id(2).In("help"));
        await story.PassMinutesAsync(70);
        Assert.Contains("how do I close it?", Assert.Single(In(story, "board")).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task So_it_is_when_newcomers_write_more_than_ten_posts_an_hour(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        for (var post = 1; post <= 11; post++)
        {
            await story.HappenAsync(Newcomer(post) with { JoinedAt = TestTime.Noon.AddDays(-5) });
            await story.WriteAsync(A.Message($"have a look at my offer number {post}").Id(post).In("help").By($"new{post}"));
        }

        await story.PassAsync(20);
        Assert.Contains("11 posts in an hour", Assert.Single(story.Platform.Sent).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Bots_that_join_and_members_of_old_who_write_much_are_no_crowd(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Enumerable.Range(100, 12).Select(number => Newcomer(number) with { IsBot = true }));
        for (var post = 1; post <= 11; post++)
        {
            await story.HappenAsync(Newcomer(post) with { JoinedAt = TestTime.Noon.AddDays(-20) });
            await story.WriteAsync(A.Message($"how do I open box number {post}?").Id(post).In("help").By($"new{post}"));
        }

        await story.PassAsync(20);
        Assert.Empty(In(story, "mods"));
        Assert.Single(In(story, "board"));
    }

    [Theory, EachEngine]
    public async Task Who_is_new_where_no_date_of_joining_is_told_counts_too(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        for (var post = 1; post <= 11; post++)
        {
            await story.WriteAsync(A.Message($"have a look at my offer number {post}").Id(post).In("help").By($"new{post}"));
        }

        await story.PassAsync(31);
        Assert.Empty(In(story, "mods")); // Nobody knows yet who was here before.

        await story.HappenAsync(A.Message("the first of all").Id(90).By("eve").In("second").At(TestTime.Noon.AddDays(-100)));
        await story.PassAsync(31);
        Assert.Contains("11", Assert.Single(In(story, "mods")).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task What_moderators_have_said_themselves_is_said_meanwhile(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Enumerable.Range(0, 12).Select(Newcomer));
        await story.PassAsync(2);
        await story.FillInAsync(await ModeratorTypesAsync(story, "helpers", ("action", "signup"), ("channel", "help")), "mod", isModerator: true);
        await story.PassAsync(3);
        Assert.Single(In(story, "help"));
    }

    private static MemberSeen Newcomer(int number) =>
        new(TestTime.Community, TestTime.Noon, TestTime.Member($"new{number}")) { Name = $"new{number}", JoinedAt = TestTime.Noon.AddMinutes(-30) };

    private static async Task<LiveStory> BeginAsync(TestDatabase database)
    {
        var story = await LiveStory.BeginAsync(database, rules => rules with { ModeratorChannel = "#mods" });
        await story.HappenAsync(LiveStory.Channel("mods", ChannelVisibility.Readers));
        return story;
    }
}
