using EngageBot.Chat;
using EngageBot.TestKit;
using EngageBot.Tests.Database;

namespace EngageBot.Tests.Outcomes;

/// <summary>It takes a hint.</summary>
public sealed class HintTests
{
    private const string LiveSince = "SELECT live_since FROM communities";

    [Theory, EachEngine]
    public async Task Where_too_many_of_those_asked_press_stop_the_bot_goes_back_to_observing_and_tells_moderators_why(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.AgreeAsync("bob", "cid", "dan");
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        var asked = story.Platform.Sent.Select(sent => sent.To!.Value.Value).ToList();
        Assert.Equal(3, asked.Count);
        await story.PressAsync(asked[0], "stop");
        await story.HappenAsync(new MemberChoice.LeavesOut(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member(asked[1])));
        await story.PassAsync(2);
        Assert.NotEqual(["-"], await database.RowsAsync(LiveSince)); // Two are no hint, however few were asked.

        await story.PressAsync(asked[2], "stop");
        await story.PassAsync(2);
        await story.RestartAsync();
        await story.PassAsync(2);
        Assert.Equal(["-"], await database.RowsAsync(LiveSince));
        var told = Assert.Single(story.Platform.Sent, sent => sent.To is null);
        Assert.Contains("of 3 whom I asked in a week, 3 told me to stop", told.Text, StringComparison.Ordinal);

        await story.TypeAsync("mod", "live", isModerator: true);
        await story.PassMinutesAsync(3);
        Assert.NotEqual(["-"], await database.RowsAsync(LiveSince)); // What was before does not count again.
        Assert.Single(story.Platform.Sent, sent => sent.Place.Channel == TestTime.Channel("mods"));
    }

    [Theory, EachEngine]
    public async Task Where_hardly_an_ask_is_taken_up_it_goes_back_too(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.WriteAsync(A.Message("hello").Id(1).In("help").By("bob"));
        for (var ask = 1; ask <= 50; ask++)
        {
            await database.ExecuteAsync(
                """
                INSERT INTO outbox (id, community, kind, channel, post, member, text, revision, state, reason, planned_at, expires_at, sent_at, attempts)
                SELECT @ask, 1, 4, 1, 1000 + @ask, MIN(id), '', 1, 3, 'made', @at, @at, @at, 0 FROM members
                """,
                new { ask, at = TestTime.Noon.AddMinutes(ask).ToUnixTimeMilliseconds() });
            await database.ExecuteAsync(
                "INSERT INTO nudges (community, post, step, place, member, planned_at, reason, answer) SELECT 1, 1000 + @ask, 1, 0, MIN(id), 0, '', @answer FROM members",
                new { ask, answer = ask <= 4 ? 1 : (int?)null });
        }

        await story.SkipAsync(TimeSpan.FromHours(47));
        Assert.NotEqual(["-"], await database.RowsAsync(LiveSince)); // They have not had their time.
        await story.PassMinutesAsync(180);
        Assert.Equal(["-"], await database.RowsAsync(LiveSince));
        await story.PassAsync(2);
        Assert.Contains("of 50 times that I asked somebody, 4 were taken up", Assert.Single(story.Platform.Sent).Text, StringComparison.Ordinal);

        await story.TypeAsync("mod", "live", isModerator: true);
        await story.PassMinutesAsync(3);
        Assert.NotEqual(["-"], await database.RowsAsync(LiveSince)); // Nor does that count again.
    }

    [Theory, EachEngine]
    public async Task How_it_was_taken_in_the_beginning_counts_no_more(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.WriteAsync(A.Message("hello").Id(1).In("help").By("bob"));
        var at = TestTime.Noon.ToUnixTimeMilliseconds();
        const string Numbers = "WITH RECURSIVE asks(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM asks WHERE id < 1000)";
        await database.ExecuteAsync(
            $"""
            INSERT INTO outbox (id, community, kind, channel, post, member, text, revision, state, reason, planned_at, expires_at, sent_at, attempts)
            {Numbers} SELECT a.id, 1, 4, 1, 1000 + a.id, (SELECT MIN(id) FROM members), '', 1, 3, 'made', @at + a.id, @at, @at + a.id, 0 FROM asks a
            """,
            new { at });
        await database.ExecuteAsync(
            $"""
            INSERT INTO nudges (community, post, step, place, member, planned_at, reason, answer)
            {Numbers} SELECT 1, 1000 + a.id, 1, 0, (SELECT MIN(id) FROM members), 0, '', CASE WHEN a.id <= 549 THEN 1 END FROM asks a
            """);

        await story.SkipAsync(TimeSpan.FromHours(50));
        Assert.Equal(["-"], await database.RowsAsync(LiveSince)); // Of the last 500 asks 49 were taken up.
        await story.PassAsync(2);
        Assert.Contains("of 500 times that I asked somebody, 49 were taken up", Assert.Single(story.Platform.Sent).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Who_was_asked_more_than_a_week_ago_counts_no_more(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.AgreeAsync("bob", "cid", "dan");
        await database.ExecuteAsync(
            """
            INSERT INTO outbox (id, community, kind, channel, post, member, text, revision, state, reason, planned_at, expires_at, sent_at, attempts)
            SELECT id, community, 4, 1, 1000, id, '', 1, 3, 'made', @at, @at, @at, 0 FROM members
            """,
            new { at = TestTime.Noon.AddMinutes(1).ToUnixTimeMilliseconds() });
        await database.ExecuteAsync("INSERT INTO nudges (community, post, step, place, member, planned_at, reason, answer) SELECT community, 1000, 1, id, id, 0, '', 4 FROM members");
        await story.SkipAsync(TimeSpan.FromDays(8));
        Assert.NotEqual(["-"], await database.RowsAsync(LiveSince));
    }

    private static async Task<LiveStory> BeginAsync(TestDatabase database)
    {
        var story = await LiveStory.BeginAsync(database, rules => rules with { ModeratorChannel = "#mods", AsksPerPost = 3, AsksPerDay = 100 });
        await story.HappenAsync(LiveStory.Channel("mods", ChannelVisibility.Readers));
        return story;
    }
}
