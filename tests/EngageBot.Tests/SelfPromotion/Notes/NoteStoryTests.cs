using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Tests.Database;
using EngageBot.Tests.SelfPromotion.Queue;
using EngageBot.TestKit;

namespace EngageBot.Tests.SelfPromotion.Notes;

/// <summary>The private note: who promotes hears of people whom he could answer, and nothing of promotion.</summary>
public sealed class NoteStoryTests
{
    [Theory, EachEngine]
    public async Task Whoever_promotes_is_told_in_private_of_people_whom_he_could_answer(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await AcceptedAsync(database, isOn: true);
        await story.PassMinutesAsync(6);

        var note = Assert.Single(Notes(story));
        Assert.Equal(TestTime.Member("ada"), note.To);
        Assert.Matches(
            "^Your post “Big sale.*” is up in #second\\. Meanwhile people here asked about things that you may know:\n• “which printer driver do you use for an old printer\\?” in #help\nhttps://chat\\.example/help/50\nI can also introduce you",
            note.Text);
        Assert.DoesNotContain("promot", note.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["Introduce me", "More like this", "No more of these"], note.Buttons.Select(button => button.Label));
        Assert.Equal("introduce", note.Buttons[0].Id.Command);
        Assert.All(story.Platform.Sent.Where(sent => sent.To is null), sent => Assert.Equal(TestTime.Channel("mods"), sent.Place.Channel));

        await story.RestartAsync();
        await story.PassMinutesAsync(20);
        Assert.Single(Notes(story));
    }

    [Theory, EachEngine]
    public async Task The_note_introduces_him_to_people_who_fit(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await AcceptedAsync(database, isOn: true);
        await story.PassMinutesAsync(6);

        var reply = Assert.IsType<CommandReply.Says>(await story.PressAsync("ada", Notes(story)[0].Buttons[0].Id));
        Assert.StartsWith("Thank you! I look for people who share your interests.", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["ada | -"], await database.RowsAsync("SELECT w.platform_id, r.who FROM introduction_requests r JOIN members w ON w.id = r.member"));
    }

    [Fact]
    public async Task What_it_quotes_goes_when_its_author_leaves_himself_out()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await AcceptedAsync(database, isOn: true);
        await story.PassMinutesAsync(6);
        Assert.Single(story.Platform.Standing, sent => sent.To is not null);

        await story.HappenAsync(new MemberChoice.LeavesOut(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("bob")));
        await story.PassMinutesAsync(2);
        Assert.DoesNotContain(story.Platform.Standing, sent => sent.To is not null);
        Assert.Contains("other 6 | withdrawn | What it tells of is gone.", await story.OutboxAsync());
    }

    [Fact]
    public async Task The_next_one_is_not_even_planned_for_two_weeks()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await AcceptedAsync(database, isOn: true);
        await story.PassMinutesAsync(6);
        await story.PressAsync("ada", "yes");
        await story.SkipAsync(TimeSpan.FromDays(3));
        await QueueStoryTests.PromoteAsync(story, 3, "help");
        await QueueStoryTests.PromoteAsync(story, 4, "second");
        await story.WriteAsync(A.Message("which printer driver do you use for a new printer?").Id(60).By("tim").In("help"));
        await story.PressInAsync("mods", "accept");
        await story.PassMinutesAsync(6);
        Assert.Equal(1, await database.CountAsync("outbox WHERE kind = 6"));
    }

    [Fact]
    public async Task What_is_settled_takes_no_place_from_what_is_open()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await AcceptedAsync(database, isOn: true, settled: 4);
        await story.PassMinutesAsync(6);
        Assert.Contains("https://chat.example/help/50", Assert.Single(Notes(story)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://chat.example/help/6", Notes(story)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_moderators_did_not_switch_it_on_nobody_is_told()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await AcceptedAsync(database, isOn: false);
        await story.PassMinutesAsync(10);
        Assert.Empty(Notes(story));
    }

    [Fact]
    public async Task What_was_answered_meanwhile_is_not_told()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await AcceptedAsync(database, isOn: true);
        story.Platform.Faults.Enqueue(FakeFault.None); // The message to moderators is changed first.
        story.Platform.Faults.Enqueue(FakeFault.PutOff);
        for (var second = 0; second < 400 && !(await story.OutboxAsync()).Any(row => row.StartsWith("other 6 | planned", StringComparison.Ordinal)); second += 10)
        {
            await story.PassAsync(10);
        }

        await story.WriteAsync(A.Message("the free one").By("cid").In("help").ReplyingTo(50));
        await story.PassMinutesAsync(10);
        Assert.Empty(Notes(story));
        Assert.Contains("other 6 | withdrawn | All of them were answered.", await story.OutboxAsync());
    }

    [Fact]
    public async Task The_note_is_offered_after_twenty_decisions_of_which_nine_in_ten_agreed_and_switched_on_by_one_press()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await QueueStoryTests.BeginAsync(database);
        Assert.StartsWith("I can do that once", Assert.IsType<CommandReply.Says>(await TypeAsync(story, "on")).Text, StringComparison.Ordinal);
        await DecideAsync(database, story, 19);
        await story.PassMinutesAsync(2);
        Assert.Empty(story.Platform.Sent);

        await DecideAsync(database, story, 20);
        await story.PassMinutesAsync(2);
        var offer = Assert.Single(story.Platform.Sent);
        Assert.StartsWith("You agreed with nearly all of the 20 posts", offer.Text, StringComparison.Ordinal);
        Assert.False(story.Book.Of(TestTime.Community).PromoterNote);
        Assert.IsType<CommandReply.Replaces>(await story.PressInAsync("mods", "note-on"));
        Assert.True(story.Book.Of(TestTime.Community).PromoterNote);
        await story.PassMinutesAsync(10);
        Assert.Single(story.Platform.Sent);

        Assert.IsType<CommandReply.Says>(await TypeAsync(story, "off"));
        Assert.False(story.Book.Of(TestTime.Community).PromoterNote);
    }

    private static Task<CommandReply> TypeAsync(LiveStory story, string state) =>
        story.TypeAsync("mod", "queue", isModerator: true, new Dictionary<string, string> { ["note"] = state });

    private static Task DecideAsync(TestDatabase database, LiveStory story, int number) => database.ExecuteAsync(
        $"""
        INSERT INTO promotion_queue (message, community, member, channel, reasons, queued_at, is_accepted, decided_at)
        SELECT n.value, k.id, 1, 1, '', {story.Clock.GetUtcNow().ToUnixTimeMilliseconds()}, CASE WHEN n.value % 10 = 3 THEN 0 ELSE 1 END, {story.Clock.GetUtcNow().ToUnixTimeMilliseconds()}
        FROM communities k, (WITH RECURSIVE n(value) AS (SELECT 1 UNION SELECT value + 1 FROM n WHERE value < {number}) SELECT value FROM n) n WHERE 1 = 1
        ON CONFLICT (message) DO NOTHING
        """);

    private static IReadOnlyList<FakeMessage> Notes(LiveStory story) => [.. story.Platform.Sent.Where(sent => sent.To is not null)];

    /// <summary>Somebody who knows printers promotes twice, moderators call it promotion, and somebody else asks about printers.</summary>
    /// <param name="settled">So many asked about printers before, and say that they were answered.</param>
    private static async Task<LiveStory> AcceptedAsync(TestDatabase database, bool isOn, int settled = 0)
    {
        var story = await QueueStoryTests.BeginAsync(database, rules => rules with { PromoterNote = isOn });
        await story.WriteAsync(A.Message("the new printer driver works with my old printer").Id(40).In("board"));
        await story.WriteAsync(A.Message("that printer driver prints in colour too").Id(41).In("board"));
        await QueueStoryTests.PromoteAsync(story, 1, "help");
        await QueueStoryTests.PromoteAsync(story, 2, "second");
        for (var number = 60; number < 60 + settled; number++)
        {
            await story.WriteAsync(A.Message("which printer driver do you use for an old printer?").Id(number).By($"m{number}").In("help"));
            await story.HappenAsync(new ReactionAdded(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(number), Member = TestTime.Member($"m{number}"), Emoji = "✅" });
        }

        await story.WriteAsync(A.Message("which printer driver do you use for an old printer?").Id(50).By("bob").In("help"));
        await story.PressInAsync("mods", "accept");
        return story;
    }
}
