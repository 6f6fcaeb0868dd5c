using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Outbox.Contact;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>Whom the bot leaves in peace, and until when.</summary>
public sealed class AskBudgetTests
{
    private static readonly CommunityId Other = new(TestTime.Community.Platform, "other");

    [Theory, EachEngine]
    public async Task A_helper_is_asked_once_in_three_days_until_he_has_answered_once(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await AskAsync(story, 1, "ada");
        await story.SkipAsync(TimeSpan.FromHours(49));
        await AskAsync(story, 2, "eve");
        Assert.Single(AsksTo(story, "bob"));

        await story.SkipAsync(TimeSpan.FromHours(24));
        await AskAsync(story, 3, "fay");
        Assert.Equal(2, AsksTo(story, "bob").Count);

        await story.WriteAsync(A.Message("with a key").Id(4).By("bob").In("help").ReplyingTo(3));
        await story.SkipAsync(TimeSpan.FromHours(25));
        await AskAsync(story, 5, "gus");
        Assert.Equal(3, AsksTo(story, "bob").Count);
    }

    [Theory, EachEngine]
    public async Task Two_communities_and_one_account_are_one_budget(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(
            new ChannelSeen(Other, TestTime.Noon, new ChannelId(Other, "help")) { Name = "help", Visibility = ChannelVisibility.Everyone },
            new MemberChoice.Helps(Other, story.Clock.GetUtcNow(), new MemberId(Other, "bob"), Topics: null));
        await new CommunitySwitch(database.Source).GoLiveAsync(Other, story.Clock.GetUtcNow(), CancellationToken.None);
        await AskAsync(story, 1, "ada");
        await AskElsewhereAsync(story, 2);
        Assert.Single(AsksTo(story, "bob"));

        await story.SkipAsync(TimeSpan.FromHours(73));
        await AskElsewhereAsync(story, 3);
        Assert.Equal([TestTime.Member("bob"), new MemberId(Other, "bob")], AsksTo(story, "bob").Select(ask => ask.To!.Value));
    }

    [Theory, EachEngine]
    public async Task Who_did_not_agree_or_opted_out_or_paused_is_never_asked(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.AgreeAsync("cid");
        await story.WriteAsync(A.Message("hello all").Id(1).By("dan").In("help"));
        var now = story.Clock.GetUtcNow();
        await story.HappenAsync(
            new MemberChoice.Pauses(TestTime.Community, now, TestTime.Member("bob"), now.AddDays(1)),
            new MemberChoice.LeavesOut(TestTime.Community, now, TestTime.Member("cid")));
        await AskAsync(story, 2, "ada");
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.To is not null);
        Assert.Equal(["Waiting board: nobody here has agreed to be asked yet."], await database.RowsAsync("SELECT reason FROM nudges"));
    }

    [Theory, EachEngine]
    public async Task Who_pauses_between_decision_and_sending_is_not_asked(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        story.Platform.Faults.Enqueue(FakeFault.PutOff);
        await story.PassAsync(12);
        await story.HappenAsync(new MemberChoice.Pauses(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("bob"), story.Clock.GetUtcNow().AddDays(7)));
        await story.PassAsync(10);
        Assert.Empty(AsksTo(story, "bob"));
        Assert.Contains("ask | withdrawn | You asked for a pause.", await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task Who_is_away_or_does_not_want_to_be_disturbed_is_asked_when_he_is_back(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        var bob = TestTime.Member("bob");
        story.Platform.Presences[bob] = new MemberPresence(null, IsAway: true);
        await AskAsync(story, 1, "ada");
        Assert.Empty(AsksTo(story, "bob"));

        story.Platform.Presences[bob] = new MemberPresence(story.Clock.GetUtcNow().AddHours(1), IsAway: false);
        await story.PassMinutesAsync(35);
        Assert.Empty(AsksTo(story, "bob"));

        story.Platform.Presences.Clear();
        await story.PassMinutesAsync(30);
        Assert.Single(AsksTo(story, "bob"));
    }

    [Theory, EachEngine]
    public async Task With_fewer_than_three_who_agreed_a_post_goes_to_the_board_at_once(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { AsksPerDay = 10 });
        await story.AgreeAsync("bob", "cid");
        await AskAsync(story, 1, "ada");
        Assert.Equal(["Waiting board: too few people here have agreed to be asked."], await database.RowsAsync("SELECT reason FROM nudges"));
        Assert.Null(Assert.Single(story.Platform.Sent).To);
    }

    [Theory, EachEngine]
    public async Task Above_ten_thousand_people_two_are_asked_of_ten_or_more(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { HoldOutShare = 0, RestAfter = TimeSpan.FromHours(48) });
        await database.ExecuteAsync("UPDATE communities SET people = 10001");
        await story.AgreeAsync(Enumerable.Range(1, 9).Select(number => $"helper{number}"));
        await AskAsync(story, 1, "ada");
        Assert.Equal(["Waiting board: too few people here have agreed to be asked."], await database.RowsAsync("SELECT reason FROM nudges"));

        await story.AgreeAsync("helper10");
        await AskAsync(story, 2, "eve");
        Assert.Equal(2, story.Platform.Sent.Count(sent => sent.To is not null));
    }

    [Theory, EachEngine]
    public async Task Who_likes_to_be_asked_about_something_is_asked_first_and_told_why(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { AsksPerPost = 1, AsksPerDay = 10, RestAfter = TimeSpan.FromHours(48) });
        await story.AgreeAsync("bob", "cid", "dan");
        await story.WriteAsync(A.Message("how do I open the printer?").Id(1).By("gus").In("help"));
        await story.WriteAsync(A.Message("with a key").Id(2).By("dan").In("help").ReplyingTo(1));
        await story.TypeAsync("cid", "helper", options: new Dictionary<string, string> { ["state"] = "on", ["topics"] = "Printers, scanning" });
        await story.WriteAsync(A.Message("how do I clean my printer?").Id(3).By("ada").In("help"));
        await story.PassAsync(13);
        var ask = Assert.Single(story.Platform.Sent, sent => sent.To is not null);
        Assert.Equal(TestTime.Member("cid"), ask.To);
        Assert.Contains("I ask you because you said that you like to be asked about this: printer.", ask.Text, StringComparison.Ordinal);
        Assert.Contains("Likes to be asked about printer, last seen", (await database.RowsAsync("SELECT reason FROM nudges WHERE member IS NOT NULL"))[0], StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_small_community_asks_one_person_a_day_in_all(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.AgreeAsync("bob", "cid", "dan");
        await AskAsync(story, 1, "ada");
        await AskAsync(story, 2, "eve");
        Assert.Single(story.Platform.Sent, sent => sent.To is not null);
    }

    [Theory, EachEngine]
    public async Task What_was_written_in_the_night_waits_for_the_morning_and_is_spread_over_it(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => Rules(rules) with
        {
            QuietHours = new QuietHours(new TimeOnly(11, 0), new TimeOnly(14, 0), "Etc/UTC"),
            BoardAtMost = TimeSpan.FromHours(20),
        });
        await story.AgreeAsync("bob");
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassMinutesAsync(119);
        Assert.Empty(story.Platform.Sent);

        await story.PassMinutesAsync(185);
        var sent = AsksTo(story, "bob").Single().At;
        var morning = TestTime.Noon.AddHours(2);
        var key = long.Parse((await database.RowsAsync("SELECT id FROM messages"))[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(sent - MorningSpread.TimeOf(key, morning, MorningSpread.UsualLength), TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    private static async Task<LiveStory> BeginAsync(TestDatabase database)
    {
        var story = await LiveStory.BeginAsync(database, Rules);
        await story.AgreeAsync("bob");
        return story;
    }

    private static CommunityRules Rules(CommunityRules rules) => rules with { AsksPerPost = 1, AsksPerDay = 10, FewestHelpers = 1, RestAfter = TimeSpan.FromHours(48) };

    private static IReadOnlyList<FakeMessage> AsksTo(LiveStory story, string member) => [.. story.Platform.Sent.Where(sent => sent.To?.Value == member)];

    /// <summary>Bob is still around, and somebody has a question.</summary>
    private static async Task AskAsync(LiveStory story, long id, string author)
    {
        await story.WriteAsync(A.Message("good morning all").By("bob").In("board"));
        await story.WriteAsync(A.Message($"how do I open box {id}?").Id(id).By(author).In("help"));
        await story.PassAsync(13);
    }

    private static async Task AskElsewhereAsync(LiveStory story, long id)
    {
        var channel = new ChannelId(Other, "help");
        var question = A.Message($"how do I open box {id}?").Id(id).At(story.Clock.GetUtcNow()).Build() with { Community = Other, Channel = channel, Author = new MemberId(Other, "zoe") };
        story.Platform.Receive(question);
        await story.HappenAsync(question);
        await story.PassAsync(13);
    }
}
