using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Proposals;
using EngageBot.Tests.Database;
using EngageBot.TestKit;
using static EngageBot.Tests.Introductions.Proposals.IntroducerTests;

namespace EngageBot.Tests.Introductions.Proposals;

/// <summary>When people are not put in touch, or not yet.</summary>
public sealed class IntroductionLimitsTests
{
    private static readonly Dictionary<string, string> WithBob = new() { ["who"] = "bob" };

    [Theory, EachEngine]
    public async Task Who_are_not_to_meet_are_not_whoever_of_them_asks(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        var (ada, bob, now) = (await KeyAsync(database, "ada"), await KeyAsync(database, "bob"), story.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        var pairs = new PairQuery(session);
        Assert.True(await pairs.MayMeetAsync(ada, bob, now, CancellationToken.None));
        Assert.True(await pairs.MayMeetAsync(bob, ada, now, CancellationToken.None));
        foreach (var table in (string[])["never_pairs", "known_pairs"])
        {
            await database.ExecuteAsync("DELETE FROM never_pairs");
            await database.ExecuteAsync($"INSERT INTO {table} (one, other, at) VALUES ({ada}, {bob}, 0)");
            Assert.False(await pairs.MayMeetAsync(ada, bob, now, CancellationToken.None));
            Assert.False(await pairs.MayMeetAsync(bob, ada, now, CancellationToken.None));
        }
    }

    [Theory, EachEngine]
    public async Task After_a_no_somebody_is_asked_about_the_same_one_again_only_after_half_a_year(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Agrees(story, "bob"));
        await story.TypeAsync("ada", "introduce", options: WithBob);
        await story.PassAsync(3);
        await story.PressAsync("bob", "not-now");
        await story.PassAsync(3);

        await story.SkipAsync(TimeSpan.FromDays(30));
        await story.TypeAsync("ada", "introduce", options: WithBob);
        await story.PassAsync(3);
        Assert.Single(Private(story));

        await story.SkipAsync(TimeSpan.FromDays(151));
        await story.TypeAsync("ada", "introduce", options: WithBob);
        await story.PassAsync(3);
        Assert.Equal(2, Private(story).Count);
    }

    [Theory, EachEngine]
    public async Task Nobody_is_in_more_than_one_introduction_that_he_did_not_ask_for_in_two_weeks(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database, rules => rules with { SuggestsIntroductions = true });
        await story.WriteAsync(A.Message("distant galaxies in my telescope tonight").Id(3).By("cid").In("help"));
        await story.HappenAsync(Agrees(story, "ada"), Agrees(story, "bob"), Agrees(story, "cid"));
        await story.PassAsync(3);
        Assert.Equal(1, await database.CountAsync("introductions"));
        for (var hour = 0; hour < 30; hour++)
        {
            await story.WriteAsync(A.Message("tonight my telescope shows distant galaxies").Id(10 + hour).By("cid").In("help"));
            await story.SkipAsync(TimeSpan.FromHours(2));
        }

        Assert.Equal(1, await database.CountAsync("introductions"));
    }

    [Theory, EachEngine]
    public async Task In_quiet_hours_no_place_is_opened(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database, rules => rules with { QuietHours = new QuietHours(new TimeOnly(12, 10), new TimeOnly(18, 0), "UTC") });
        await story.HappenAsync(Agrees(story, "bob"));
        await story.TypeAsync("ada", "introduce", options: WithBob);
        await story.PassAsync(3);
        await story.SkipAsync(TimeSpan.FromMinutes(15));
        await story.PressAsync("bob", "yes");
        await story.PassAsync(4);
        Assert.Empty(story.Platform.Places);
        await story.SkipAsync(TimeSpan.FromHours(9));
        await story.PassAsync(4);
        Assert.Single(story.Platform.Places);
    }

    [Theory, EachEngine]
    public async Task What_is_not_known_now_is_waited_for(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        story.Platform.Access[(TestTime.Member("bob"), TestTime.Channel("help"))] = ReadAccess.Unknown;
        await story.HappenAsync(Agrees(story, "bob"));
        await story.TypeAsync("ada", "introduce", options: WithBob);
        await story.PassAsync(3);
        Assert.Empty(Private(story));
        story.Platform.Access.Clear();
        await story.PassMinutesAsync(3);
        Assert.Single(Private(story));
    }

    [Theory, EachEngine]
    public async Task However_many_stand_a_new_one_is_seen_to_at_once_and_each_that_stands_in_its_turn(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        var (now, hour) = (story.Clock.GetUtcNow().ToUnixTimeMilliseconds(), 3_600_000L);
        await database.ExecuteAsync(
            $"""
            WITH RECURSIVE numbers(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < 1100)
            INSERT INTO introductions (id, community, occasion, state, topics, channel, planned_at, opened_at)
            SELECT number, 1, 4, 3, '', (SELECT MIN(id) FROM channels), {now - hour}, {now - hour} FROM numbers
            """);
        await database.ExecuteAsync("INSERT INTO introduction_people (introduction, place, member, answer) SELECT id, 0, 1, 1 FROM introductions");
        await story.HappenAsync(Agrees(story, "bob"));
        await story.TypeAsync("ada", "introduce", options: WithBob);
        await story.PassAsync(2);
        Assert.Single(Private(story));

        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        var query = new IntroductionQuery(session);
        List<long> seen = [];
        for (var last = 0L; await query.StandingAsync(now - (2 * hour), last, CancellationToken.None) is { Count: > 0 } some; last = some[^1].Id)
        {
            seen.AddRange(some.Select(one => one.Id));
        }

        Assert.Equal(Enumerable.Range(1, 1_100).Select(id => (long)id), seen);
        Assert.Equal([1_101], (await query.DueAsync(now - (4 * hour), now - (3 * hour), CancellationToken.None)).Select(one => one.Id));
    }

    private static async Task<long> KeyAsync(TestDatabase database, string member) =>
        long.Parse((await database.RowsAsync($"SELECT id FROM members WHERE platform_id = '{member}'")).Single(), System.Globalization.CultureInfo.InvariantCulture);
}
