using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Digest;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Digest;

/// <summary>A week passes, and is summed up on Monday at ten.</summary>
public sealed class WeeklyDigestTests
{
    private static readonly DateTimeOffset Due = new(2026, 1, 12, 10, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Theory, EachEngine]
    public async Task It_says_what_was_answered_what_waits_and_who_helped_once_and_of_public_channels_alone(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await WeekAsync(database);
        await UntilDueAsync(story);
        Assert.Equal(
            """
            The week here
            Posts that got an answer: 2
            • “does anybody know about lathes?” in #help
            https://chat.example/help/10
            • “how do I open the box?” in #help
            https://chat.example/help/1
            Still waiting for an answer:
            • “how do I close the lid?” in #help
            https://chat.example/help/3
            They answered others: Bob, Dora, Zoe. Thank you!
            They brought others together: Zoe. Thank you!
            """,
            Digest(story).Text);
        Assert.Empty(Digest(story).Mentions);
        Assert.Null(Digest(story).To);

        await story.RestartAsync();
        await story.PassMinutesAsync(3);
        Assert.Equal(["1"], await database.RowsAsync("SELECT COUNT(*) FROM outbox WHERE kind = 16"));
    }

    [Theory, EachEngine]
    public async Task Who_leaves_himself_out_is_forgotten_or_takes_a_post_away_goes_from_what_stands(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await WeekAsync(database);
        await UntilDueAsync(story);
        await story.HappenAsync(new MemberChoice.LeavesOut(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("bob")));
        await story.PassMinutesAsync(2);
        Assert.Contains("They answered others: Dora, Zoe. Thank you!", Digest(story).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bob", Digest(story).Text, StringComparison.Ordinal);

        await story.HappenAsync(new MemberChoice.ForgetsAll(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("zoe")));
        Assert.Empty(await database.RowsAsync("SELECT text FROM outbox WHERE text LIKE '%Zoe%'"));
        await story.RemoveAsync("help", 3);
        await story.PassMinutesAsync(2);
        Assert.DoesNotContain("Zoe", Digest(story).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lid", Digest(story).Text, StringComparison.Ordinal);
        Assert.Contains("They answered others: Dora. Thank you!", Digest(story).Text, StringComparison.Ordinal);

        await story.HappenAsync(LiveStory.Channel("help", ChannelVisibility.Readers));
        await story.PassMinutesAsync(2);
        Assert.Empty(Digests(story));
    }

    [Theory, EachEngine]
    public async Task Who_left_himself_out_before_is_never_named(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await WeekAsync(database);
        await story.HappenAsync(new MemberChoice.LeavesOut(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("dora")));
        await UntilDueAsync(story);
        Assert.DoesNotContain("Dora", Digest(story).Text, StringComparison.Ordinal);
        Assert.Contains("Bob", Digest(story).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_answered_before_it_is_said_is_not_called_waiting()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await WeekAsync(database, rules => rules with { QuietHours = new QuietHours(new TimeOnly(9, 30), new TimeOnly(11, 0), "UTC") });
        await UntilDueAsync(story);
        Assert.Empty(Digests(story));
        await story.WriteAsync(A.Message("push it down").Id(30).By("bob").In("help").ReplyingTo(3));
        await story.SkipAsync(TimeSpan.FromHours(1));
        await story.PassAsync(3);
        Assert.DoesNotContain("Still waiting", Digest(story).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_without_anything_to_tell_is_passed_over()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database, Rules);
        await story.HappenAsync(LiveStory.Channel("den", ChannelVisibility.Readers));
        await story.WriteAsync(A.Message("good morning").Id(1).In("help"));
        await story.WriteAsync(A.Message("how do I open the den?").Id(2).By("eve").In("den"));
        await story.WriteAsync(A.Message("with a key").Id(3).By("bob").In("den").ReplyingTo(2));
        await UntilDueAsync(story);
        Assert.Equal(0, await database.CountAsync("outbox WHERE kind = 16"));
    }

    [Fact]
    public async Task It_is_not_said_where_the_bot_only_observes_or_nobody_wants_it()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await WeekAsync(database);
        await story.TypeAsync("mod", "observe", isModerator: true);
        await UntilDueAsync(story);
        Assert.Equal(0, await database.CountAsync("outbox WHERE kind = 16"));

        await using var unasked = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var other = await WeekAsync(unasked, rules => rules with { DigestChannel = null });
        await UntilDueAsync(other);
        Assert.Equal(0, await unasked.CountAsync("outbox WHERE kind = 16"));
    }

    [Fact]
    public async Task Posts_of_channels_in_which_the_board_only_observes_are_not_shown()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await WeekAsync(database, rules => rules with { Steps = [new StepRules { Step = LiveStep.Board, IsOn = true, Except = ["help"] }] });
        await UntilDueAsync(story);
        Assert.DoesNotContain(Digests(story), sent => sent.Text.Contains("chat.example/help", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_one_waits_for_a_moderator_and_what_is_stopped_meanwhile_is_not_said()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await WeekAsync(database, rules => rules with { Approvals = 1, ModeratorChannel = "mods" });
        await UntilDueAsync(story);
        Assert.Empty(Digests(story));
        var shown = story.Platform.Standing.Last(sent => sent.Place.Channel == TestTime.Channel("mods") && sent.Text.Contains("The week here", StringComparison.Ordinal));
        await story.ModerateAsync(shown.Buttons.First(button => button.Id.Action == "send").Id);
        await story.PassMinutesAsync(2);
        Assert.Single(Digests(story));
    }

    [Fact]
    public async Task Moved_to_another_channel_before_it_is_said_it_is_dropped_and_moved_to_another_day_there_is_one_a_week()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await WeekAsync(database, rules => rules with { QuietHours = new QuietHours(new TimeOnly(9, 30), new TimeOnly(11, 0), "UTC") });
        await UntilDueAsync(story);
        var form = await story.ModerateAsync(new ButtonId("rules", "digest", 0));
        await story.FillInAsync(form, "mod", isModerator: true, ("channel", "help"), ("day", "3"));
        await story.SkipAsync(TimeSpan.FromHours(1));
        Assert.Equal(["5 | The digest is not wanted here any more."], await database.RowsAsync("SELECT state, outcome FROM outbox WHERE kind = 16"));
        await story.SkipAsync(TimeSpan.FromDays(2)); // Wednesday.
        await story.PassMinutesAsync(2);
        Assert.Equal(1, await database.CountAsync("outbox WHERE kind = 16"));
        await story.SkipAsync(TimeSpan.FromDays(5));
        await story.WriteAsync(A.Message("how do I paint it?").Id(40).By("eve").In("help"));
        await story.SkipAsync(TimeSpan.FromDays(2));
        await story.PassMinutesAsync(2);
        Assert.Equal(2, await database.CountAsync("outbox WHERE kind = 16"));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task It_speaks_every_language_and_fits_into_one_message(string language)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await WeekAsync(database, rules => rules with { Language = language });
        for (var number = 100; number < 120; number++)
        {
            await story.WriteAsync(A.Message($"how do I open the very, very long box with the number {number} and its many other numbers?").Id(number).By($"asker{number}").In("help"));
            if (number % 2 == 0)
            {
                await story.HappenAsync(Seen($"h{number}", $"Helper of the long name number {number}"));
                await story.WriteAsync(A.Message("with a key").Id(number + 100).By($"h{number}").In("help").ReplyingTo(number));
            }
        }

        await UntilDueAsync(story);
        var texts = TextBook.In(language);
        var text = Digest(story).Text;
        Assert.StartsWith(texts["digest.title"], text, StringComparison.Ordinal);
        Assert.Contains(texts["digest.waiting"], text, StringComparison.Ordinal);
        Assert.Contains(texts.Of("digest.connectors", ("names", "Zoe")), text, StringComparison.Ordinal);
        Assert.Contains(texts.Of("digest.answered", ("count", "12")), text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', text);
        Assert.InRange(text.Length, 1, 1_900);
    }

    [Fact]
    public async Task A_name_pings_nobody_and_is_no_markup()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await WeekAsync(database);
        await story.HappenAsync(Seen("bob", "@everyone <@U1> **bob** https://evil.example/x"));
        await UntilDueAsync(story);
        var named = Digest(story).Text.Split('\n').Single(line => line.StartsWith("They answered", StringComparison.Ordinal));
        Assert.Equal(-1, named.AsSpan().IndexOfAny("@<>*"));
        Assert.DoesNotContain("evil.example", named, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_looked_through_that_has_an_index()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        foreach (var statement in DigestQuery.Statements)
        {
            var sql = statement.Parameters.Aggregate(statement.Text, (text, parameter) => text.Replace("@" + parameter.Name, "1", StringComparison.Ordinal));
            var steps = await database.RowsAsync("EXPLAIN QUERY PLAN " + sql);
            Assert.DoesNotContain(steps, step => new[] { "m", "r", "l", "link", "surer", "o", "a", "w" }.Any(table => step.EndsWith($"SCAN {table}", StringComparison.Ordinal)));
        }
    }

    /// <summary>In help two posts are answered and one is not; Zoe brings Dora to Cid; in the den, which not everybody can read, others do the same.</summary>
    private static async Task<LiveStory> WeekAsync(TestDatabase database, Func<CommunityRules, CommunityRules>? rules = null)
    {
        var story = await LiveStory.BeginAsync(database, own => rules?.Invoke(Rules(own)) ?? Rules(own));
        await story.HappenAsync(LiveStory.Channel("den", ChannelVisibility.Readers), LiveStory.Channel("mods", ChannelVisibility.Readers));
        await story.HappenAsync(((string[])["Ada", "Bob", "Cid", "Dora", "Eve", "Zoe", "Dan", "Kim"]).Select(name => Seen(name.ToLowerInvariant(), name)));
        await story.SkipAsync(TimeSpan.FromDays(3));
        await story.WriteAsync(A.Message("how do I open the box?").Id(1).By("ada").In("help"));
        await story.WriteAsync(A.Message("with a key").Id(2).By("bob").In("help").ReplyingTo(1));
        await story.WriteAsync(A.Message("how do I close the lid?").Id(3).By("eve").In("help"));
        await story.WriteAsync(A.Message("how do I find the markerden box?").Id(4).By("dan").In("den"));
        await story.WriteAsync(A.Message("markerden is in the cellar").Id(5).By("kim").In("den").ReplyingTo(4));
        await story.WriteAsync(A.Message("why is the markerden box empty?").Id(6).By("dan").In("den"));
        await story.SkipAsync(TimeSpan.FromMinutes(1));
        await story.WriteAsync(A.Message("does anybody know about lathes?").Id(10).By("cid").In("help"));
        await story.WriteAsync(A.Message("ask <@dora> about that").Id(11).By("zoe").In("help").ReplyingTo(10).Mentioning("dora"));
        await story.SkipAsync(TimeSpan.FromMinutes(1));
        await story.WriteAsync(A.Message("I have two of them, what do you need?").Id(12).By("dora").In("help").ReplyingTo(10));
        return story;
    }

    private static CommunityRules Rules(CommunityRules rules) => rules with { DigestChannel = "#second", BoardChannel = null };

    private static ChatEvent Seen(string member, string name) => new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member(member)) { Name = name };

    private static async Task UntilDueAsync(LiveStory story)
    {
        await story.SkipAsync(Due - story.Clock.GetUtcNow());
        await story.PassMinutesAsync(3);
    }

    private static IEnumerable<FakeMessage> Digests(LiveStory story) => story.Platform.Standing.Where(sent => sent.Place.Channel == TestTime.Channel("second"));

    private static FakeMessage Digest(LiveStory story) => Assert.Single(Digests(story));
}
