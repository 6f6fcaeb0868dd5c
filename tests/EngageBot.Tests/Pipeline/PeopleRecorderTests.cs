using System.Globalization;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox.Contact;
using EngageBot.Tests.Database;
using EngageBot.TestKit;
using EngageBot.Unanswered;

namespace EngageBot.Tests.Pipeline;

/// <summary>What is told of people and channels, and what comes of it.</summary>
public sealed class PeopleRecorderTests
{
    private static readonly CommunityId Workspace = new(Platform.Slack, "T1");
    private static readonly MemberId Bob = new(Workspace, "U2");

    /// <summary>A Monday noon by UTC: the early morning in New York, the evening in Tokyo.</summary>
    private static readonly long Noon = TestTime.Noon.ToUnixTimeMilliseconds();

    [Theory, EachEngine]
    public async Task That_people_wrote_in_private_is_kept_once_and_goes_with_them(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var pipeline = new TestPipeline(database);
        var written = new WrittenInPrivate(Workspace, TestTime.Noon, Bob, "D1");
        await pipeline.HandleAsync(Named(null), written, written, written with { At = TestTime.Noon.AddSeconds(1) });
        await pipeline.RestartAsync();
        await pipeline.HandleAsync(written);

        Assert.Equal([$"bob | D1 | {Noon}", $"bob | D1 | {Noon + 1000}"], await database.RowsAsync("SELECT m.name, l.conversation, l.at FROM private_lines l JOIN members m ON m.id = l.member ORDER BY l.at"));
        Assert.Equal(0, await database.CountAsync("messages"));
        Assert.Equal(0, await database.CountAsync("channels"));

        await pipeline.HandleAsync(new MemberChoice.LeavesOut(Workspace, TestTime.Noon, Bob), written with { At = TestTime.Noon.AddSeconds(2) });
        Assert.Equal(0, await database.CountAsync("private_lines"));
    }

    [Theory, EachEngine]
    public async Task A_zone_is_kept_until_another_is_told_and_forgotten_with_the_member(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(Named("Asia/Tokyo"));
        await pipeline.HandleAsync(Named(null) with { Name = "Bob" });
        Assert.Equal(["Bob | Asia/Tokyo"], await database.RowsAsync("SELECT name, time_zone FROM members"));

        await pipeline.RestartAsync();
        await pipeline.HandleAsync(Named("America/New_York"));
        Assert.Equal(["bob | America/New_York"], await database.RowsAsync("SELECT name, time_zone FROM members"));

        await pipeline.HandleAsync(new MemberChoice.LeavesOut(Workspace, TestTime.Noon, Bob));
        Assert.Equal(["-"], await database.RowsAsync("SELECT COALESCE(time_zone, '-') FROM members"));
    }

    [Theory]
    [InlineData("Europe/Berlin", 0)]
    [InlineData("America/New_York", 2)] // 7:00
    [InlineData("Asia/Tokyo", 12)] // 21:00
    [InlineData("Not/AZone", 0)]
    [InlineData(null, 0)]
    public async Task On_Slack_members_are_asked_from_9_to_17_by_their_own_clocks(string? zone, int hours)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(Named(zone), new MemberChoice.Helps(Workspace, TestTime.Noon, Bob, Topics: null));
        await new CommunitySwitch(database.Source).GoLiveAsync(Workspace, TestTime.Noon, CancellationToken.None);
        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        var member = long.Parse((await database.RowsAsync("SELECT id FROM members"))[0], CultureInfo.InvariantCulture);

        var decision = await new ContactBook(session, RulesBook.Fixed(new CommunityRules())).DecideAsync(member, post: 1, Noon, CancellationToken.None);

        Assert.Equal(hours == 0 ? new ContactDecision.Allowed() : new ContactDecision.Later(TestTime.Noon.AddHours(hours), ContactReason.WorkingHours), decision);
    }

    [Theory, EachEngine]
    public async Task In_a_channel_that_is_archived_no_post_waits_for_anybody(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(LiveStory.Channel("help"), A.Message("how do I open the lid?").Id(1).In("help").Build());
        Assert.True((await StateAsync(database, TestTime.Noon.AddHours(2))).IsOpen);

        await pipeline.HandleAsync(LiveStory.Channel("help") with { IsArchived = true, At = TestTime.Noon.AddHours(1) });
        Assert.Equal((true, false), ((await StateAsync(database, TestTime.Noon.AddMinutes(30))).IsOpen, (await StateAsync(database, TestTime.Noon.AddHours(2))).IsOpen));

        await pipeline.RestartAsync();
        await pipeline.HandleAsync(LiveStory.Channel("help") with { At = TestTime.Noon.AddHours(3) });
        Assert.True((await StateAsync(database, TestTime.Noon.AddHours(4))).IsOpen);
    }

    private static MemberSeen Named(string? zone) => new(Workspace, TestTime.Noon, Bob) { Name = "bob", TimeZone = zone };

    private static async Task<PostState> StateAsync(TestDatabase database, DateTimeOffset now)
    {
        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        return await new PostQuery(session, RulesBook.Fixed(new CommunityRules())).StateAsync(1, now.ToUnixTimeMilliseconds(), CancellationToken.None);
    }
}
