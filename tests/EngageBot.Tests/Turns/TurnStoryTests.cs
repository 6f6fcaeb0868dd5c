using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Tests.Database;
using EngageBot.TestKit;
using EngageBot.Turns;

namespace EngageBot.Tests.Turns;

/// <summary>Your turn: an author hears once, in private, that somebody waits for him.</summary>
public sealed class TurnStoryTests
{
    private const string Offer = "\nShall I remind you like this when it happens again? If you say nothing, I won't.";

    [Theory, EachEngine]
    public async Task An_author_who_was_active_elsewhere_is_reminded_once_a_day_after_a_question(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await AskedBackAsync(database);
        await story.SkipAsync(TimeSpan.FromHours(23));
        Assert.Empty(story.Platform.Sent);

        await story.SkipAsync(TimeSpan.FromHours(2));
        var reminder = Assert.Single(story.Platform.Standing);
        Assert.Equal(TestTime.Member("ada"), reminder.To);
        Assert.Equal($"Somebody got back to you and may be waiting for you:\n• A question about “how do I open it?” in #help\nhttps://chat.example/help/2{Offer}", reminder.Text);
        Assert.Equal(["Remind me like this", "No"], reminder.Buttons.Select(button => button.Label));

        await story.RestartAsync();
        for (var day = 0; day < 6; day++)
        {
            await story.SkipAsync(TimeSpan.FromDays(1));
        }

        Assert.Single(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task A_reaction_an_answer_or_thanks_is_a_turn_taken(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await AskedBackAsync(database);
        await AskBackAsync(story, 10, "ben");
        await AskBackAsync(story, 20, "cid");
        await AskBackAsync(story, 30, "dan", thread: 30);
        await story.HappenAsync(new ReactionAdded(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(2), Member = TestTime.Member("ada"), Emoji = "👍" });
        await story.WriteAsync(A.Message("the red one").Id(12).By("ben").In("help").ReplyingTo(11));
        await story.WriteAsync(A.Message("thank you").Id(22).By("cid").In("help"));
        await story.WriteAsync(A.Message("the red one").Id(32).By("dan").In("help").InThread(30));
        foreach (var name in new[] { "ada", "ben", "cid", "dan" })
        {
            await story.PassAsync(1);
            await story.WriteAsync(A.Message("good morning").By(name).In("second"));
        }

        await story.SkipAsync(TimeSpan.FromHours(25));
        await story.PassMinutesAsync(10);
        Assert.Empty(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task Whoever_was_not_seen_since_is_left_in_peace(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await AskBackAsync(story, 1, "ada", comesBack: false);
        await story.SkipAsync(TimeSpan.FromHours(25));
        await story.PassMinutesAsync(6);
        Assert.Empty(story.Platform.Sent);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task But_when_he_comes_back_within_a_week_he_is_reminded(bool isRestarted)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database);
        await AskBackAsync(story, 1, "ada", comesBack: false);
        await story.SkipAsync(TimeSpan.FromDays(3));
        await story.PassMinutesAsync(6);
        if (isRestarted)
        {
            await story.RestartAsync();
        }

        await story.WriteAsync(A.Message("good morning").Id(9).By("ada").In("board"));
        await story.PassMinutesAsync(6);
        Assert.Equal(TestTime.Member("ada"), Assert.Single(story.Platform.Sent).To);
    }

    [Fact]
    public async Task What_does_not_fit_in_one_message_comes_in_the_next()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database);
        foreach (var number in Enumerable.Range(1, 7))
        {
            await story.HappenAsync(LiveStory.Channel($"channel{number}"));
            await AskBackAsync(story, number * 10, "ada", $"channel{number}", $"how do I open box {number}?");
        }

        await story.SkipAsync(TimeSpan.FromHours(25));
        var first = Assert.Single(story.Platform.Sent);
        await story.PressAsync("ada", first.Buttons[0].Id);
        await story.SkipAsync(TimeSpan.FromHours(30));
        await story.PassMinutesAsync(6);
        Assert.Equal(7, string.Concat(story.Platform.Sent.Select(sent => sent.Text)).Split("how do I open box").Length - 1);
    }

    [Fact]
    public async Task A_post_of_which_he_was_reminded_does_not_come_again_with_another_reply()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database);
        await story.HappenAsync(LiveStory.Channel("third"));
        await AskBackAsync(story, 1, "ada");
        await AskBackAsync(story, 10, "ada", "second", "how do I close it?");
        await story.WriteAsync(A.Message("and which key do you have?").Id(12).By("tom").In("second").ReplyingTo(10)); // He was not seen since.
        await story.SkipAsync(TimeSpan.FromHours(25));
        await story.PressAsync("ada", Assert.Single(story.Platform.Sent).Buttons[0].Id);

        await AskBackAsync(story, 20, "ada", "third", "how do I lock it?");
        await story.SkipAsync(TimeSpan.FromHours(30));
        await story.PassMinutesAsync(6);
        Assert.Equal(2, story.Platform.Sent.Count());
        Assert.Contains("how do I lock it?", story.Platform.Sent.Last().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("how do I close it?", story.Platform.Sent.Last().Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task An_answer_that_comes_before_it_is_sent_withdraws_it(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await AskedBackAsync(database);
        story.Platform.Faults.Enqueue(FakeFault.PutOff);
        await story.SkipAsync(TimeSpan.FromHours(25));
        Assert.Equal(["other 5 | planned | The platform put it off."], await story.OutboxAsync());

        await story.WriteAsync(A.Message("the red one").Id(9).In("help").ReplyingTo(2));
        await story.PassAsync(10);
        Assert.Empty(story.Platform.Sent);
        Assert.Equal(["other 5 | withdrawn | Nobody waits for the author any more, or the author may not read it."], await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task Several_come_in_one_message_and_what_was_taken_up_meanwhile_is_not_in_it(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await AskedBackAsync(database);
        await story.HappenAsync(LiveStory.Channel("third"));
        await AskBackAsync(story, 10, "ada", "third", "how do I close it?");
        await AskBackAsync(story, 20, "ada", "second", "how do I lock it?");
        await story.WriteAsync(A.Message("see you").In("board"));
        story.Platform.Faults.Enqueue(FakeFault.PutOff);
        await story.SkipAsync(TimeSpan.FromHours(25));
        await story.WriteAsync(A.Message("the red one").Id(9).In("second").ReplyingTo(21));
        await story.PassAsync(10);

        var text = Assert.Single(story.Platform.Sent).Text;
        Assert.Contains("help/2\n", text, StringComparison.Ordinal);
        Assert.Contains("how do I close it?", text, StringComparison.Ordinal);
        Assert.DoesNotContain("how do I lock it?", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("no", 1)]
    [InlineData("yes", 2)]
    public async Task Silence_means_no(string? pressed, int reminders)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await AskedBackAsync(database);
        await story.SkipAsync(TimeSpan.FromHours(25));
        if (pressed is not null)
        {
            var reply = Assert.IsType<CommandReply.Replaces>(await story.PressAsync("ada", pressed)).Text;
            Assert.StartsWith("Somebody got back to you", reply, StringComparison.Ordinal);
            Assert.DoesNotContain(Offer, reply, StringComparison.Ordinal);
        }

        await AskBackAsync(story, 10, "ada", "help", "how do I close it?");
        await story.SkipAsync(TimeSpan.FromHours(30));
        await story.PassMinutesAsync(6);

        Assert.Equal(reminders, story.Platform.Sent.Count());
        Assert.Equal(reminders == 2 ? ["No more of these"] : ["Remind me like this", "No"], story.Platform.Sent.Last().Buttons.Select(button => button.Label));
        Assert.Equal(reminders == 1, story.Platform.Sent.Last().Text.EndsWith(Offer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FakeFault.DieBefore), InlineData(FakeFault.DieAfter), InlineData(FakeFault.LoseAnswer), InlineData(FakeFault.LoseRequest)]
    public async Task Whatever_happens_on_the_way_nobody_is_reminded_twice(FakeFault fault)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await AskedBackAsync(database);
        story.Platform.Faults.Enqueue(fault);
        await story.SkipAsync(TimeSpan.FromHours(25));
        await story.PassAsync(20);
        await story.SkipAsync(TimeSpan.FromHours(25));
        Assert.Single(story.Platform.Sent);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_he_may_not_read_nor_where_the_bot_leaves_a_channel_alone()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { IgnoredChannels = ["second"] });
        story.Platform.Access[(TestTime.Member("ada"), TestTime.Channel("help"))] = ReadAccess.Cannot;
        await AskBackAsync(story, 1, "ada");
        await AskBackAsync(story, 10, "ben", "second");
        await story.SkipAsync(TimeSpan.FromHours(25));
        Assert.Empty(story.Platform.Sent);
    }

    [Fact]
    public async Task Nothing_is_looked_through_that_has_an_index()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        foreach (var statement in TurnQuery.Statements)
        {
            var sql = statement.Parameters.Aggregate(statement.Text, (text, parameter) => text.Replace("@" + parameter.Name, "1", StringComparison.Ordinal));
            var steps = await database.RowsAsync("EXPLAIN QUERY PLAN " + sql);
            Assert.DoesNotContain(steps, step => new[] { "m", "r", "e", "l", "link", "surer", "o", "c" }.Any(table => step.EndsWith($"SCAN {table}", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_button_is_for_the_one_who_was_reminded()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await AskedBackAsync(database);
        await story.SkipAsync(TimeSpan.FromHours(25));
        Assert.IsType<CommandReply.Says>(await story.PressAsync("mallory", story.Platform.Sent.Single().Buttons[0].Id));
        Assert.Equal(0, await database.CountAsync("agreements"));
    }

    private static async Task<LiveStory> AskedBackAsync(TestDatabase database)
    {
        var story = await LiveStory.BeginAsync(database);
        await AskBackAsync(story, 1, "ada");
        return story;
    }

    /// <summary>Somebody asks, is asked back, and is seen elsewhere afterwards.</summary>
    private static async Task AskBackAsync(
        LiveStory story, long id, string author, string channel = "help", string question = "how do I open it?", bool comesBack = true, long? thread = null)
    {
        await story.WriteAsync(A.Message(question).Id(id).By(author).In(channel));
        var back = A.Message("which box do you mean?").Id(id + 1).By("zoe").In(channel).ReplyingTo(id);
        await story.WriteAsync(thread is { } number ? back.InThread(number) : back);
        await story.PassAsync(1);
        if (comesBack)
        {
            await story.WriteAsync(A.Message("good morning").By(author).In("board"));
        }
    }
}
