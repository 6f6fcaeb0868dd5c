using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Database;
using EngageBot.Introductions.Outcomes;
using EngageBot.Introductions.Proposals;
using EngageBot.Tests.Database;
using EngageBot.Tests.Introductions.Proposals;
using EngageBot.TestKit;

namespace EngageBot.Tests.Introductions.Outcomes;

/// <summary>What came of introductions, and who makes them of his own accord.</summary>
public sealed class IntroductionOutcomeTests
{
    [Theory, EachEngine]
    public async Task What_came_of_an_introduction_is_what_they_told_and_whether_they_talked(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await OpenedAsync(database);
        var before = await OutcomeAsync(database);
        Assert.Null(before.Confirmed);
        Assert.False(before.HaveTalked);

        await story.WriteAsync(A.Message("hello you").Id(60).By("ada").In("help"));
        await story.WriteAsync(A.Message("hello").Id(61).By("bob").In("help").ReplyingTo(60));
        await story.SkipAsync(TimeSpan.FromDays(3));
        await story.PassAsync(2);
        await story.PressAsync("ada", "nothing");
        await story.PressAsync("bob", "met");
        var outcome = await OutcomeAsync(database);
        Assert.Equal((IntroductionOccasion.Request, IntroductionOutcome.Met, true), (outcome.Occasion, outcome.Confirmed, outcome.HaveTalked));
    }

    [Theory, EachEngine]
    public async Task What_they_say_came_of_it_leads_every_report_and_before_that_nothing_is_said_of_it(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await OpenedAsync(database);
        await story.SkipAsync(TimeSpan.FromDays(3));
        await story.PassAsync(2);
        Assert.DoesNotContain("led to something", await ModeratorAsync(story, "report"), StringComparison.Ordinal);
        Assert.DoesNotContain("Introductions", (await ModeratorAsync(story, "stats")).Split('\n')[1], StringComparison.Ordinal);

        await story.PressAsync("ada", "helped");
        await story.PressAsync("bob", "made");
        const string Led = "Introductions of the last 30 days: 1 of 1 led to something, say those who were introduced (helped: 0, met: 0, made or changed something: 1).\n";
        Assert.StartsWith(Led, await ModeratorAsync(story, "report"), StringComparison.Ordinal);
        Assert.StartsWith("• Introductions: 1 made, 0 talked, 1 say that something came of it", (await ModeratorAsync(story, "stats")).Split('\n')[1], StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Who_both_write_in_their_place_have_talked_and_one_alone_has_not(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await OpenedAsync(database);
        var place = story.Platform.Sent.Single(sent => sent.Opens is not null).Place;
        await story.WriteAsync(A.Message("hello").Id(60).By("ada").In(place.Channel.Value));
        await story.WriteAsync(A.Message("hello").Id(61).By("eve").In(place.Channel.Value));
        Assert.False((await OutcomeAsync(database)).HaveTalked);
        await story.WriteAsync(A.Message("hello").Id(62).By("bob").In(place.Channel.Value));
        Assert.True((await OutcomeAsync(database)).HaveTalked);
    }

    [Theory, EachEngine]
    public async Task Where_only_that_they_wrote_is_told_they_have_talked_when_both_did(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await OpenedAsync(database);
        var place = story.Platform.Sent.Single(sent => sent.Opens is not null).Place.Channel.Value;
        WrittenInPrivate By(string member, string where) => new(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member(member), where);
        await story.PassAsync(1);
        await story.HappenAsync(By("ada", place), By("bob", "elsewhere"), By("eve", place));
        Assert.False((await OutcomeAsync(database)).HaveTalked);
        await story.HappenAsync(By("bob", place));
        Assert.True((await OutcomeAsync(database)).HaveTalked);
    }

    [Theory, EachEngine]
    public async Task Who_names_one_to_the_other_is_credited_when_they_talk_and_had_not_before(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("my bread never rises").Id(1).By("ada").In("help"));
        await story.WriteAsync(A.Message("ask bob, he bakes").Id(2).By("kim").In("help").ReplyingTo(1).Mentioning("bob"));
        await story.WriteAsync(A.Message("ask cid, he bakes too").Id(3).By("eve").In("help").ReplyingTo(1).Mentioning("cid"));
        await story.PassAsync(1);
        await story.WriteAsync(A.Message("cold water, ada").Id(4).By("bob").In("help").ReplyingTo(1));
        await story.WriteAsync(A.Message("bob and ada should talk").Id(5).By("dan").In("help").Mentioning("ada", "bob"));
        await story.PassAsync(1);
        await story.WriteAsync(A.Message("we do").Id(6).By("bob").In("help").ReplyingTo(1));

        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        var query = new BridgeBuilderQuery(session);
        List<string> credited = [];
        foreach (var (key, name) in (await database.RowsAsync("SELECT id, platform_id FROM members ORDER BY platform_id")).Select(row => (long.Parse(row.Split(" | ")[0], CultureInfo.InvariantCulture), row.Split(" | ")[1])))
        {
            credited.AddRange(Enumerable.Repeat(name, await query.PairsOfAsync(key, 0, CancellationToken.None)));
        }

        Assert.Equal(["kim"], credited);
        await story.WriteAsync(A.Message("well said").Id(7).By("ada").In("help").ReplyingTo(2));
        Assert.Contains("• Pairs you brought together by naming one to the other: 1", await ToldAsync(story, "kim"), StringComparison.Ordinal);
        Assert.DoesNotContain("brought together", await ToldAsync(story, "ada"), StringComparison.Ordinal);
        await story.HappenAsync(LiveStory.Channel("help", ChannelVisibility.Readers));
        Assert.DoesNotContain("brought together", await ToldAsync(story, "kim"), StringComparison.Ordinal);
    }

    private static async Task<string> ToldAsync(LiveStory story, string member) => Assert.IsType<CommandReply.Says>(await story.TypeAsync(member, "me")).Text;

    private static async Task<string> ModeratorAsync(LiveStory story, string command) => Assert.IsType<CommandReply.Says>(await story.TypeAsync("mod", command, isModerator: true)).Text;

    private static async Task<LiveStory> OpenedAsync(TestDatabase database)
    {
        var story = await IntroducerTests.BeginAsync(database);
        await story.HappenAsync(IntroducerTests.Agrees(story, "bob"));
        await story.TypeAsync("ada", "introduce", options: new Dictionary<string, string> { ["who"] = "bob" });
        await story.PassAsync(3);
        await story.PressAsync("bob", "yes");
        await story.PassAsync(4);
        return story;
    }

    private static async Task<IntroducedOutcome> OutcomeAsync(TestDatabase database)
    {
        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        return Assert.Single(await new IntroducedOutcomeQuery(session).SinceAsync(1, 0, CancellationToken.None));
    }
}
