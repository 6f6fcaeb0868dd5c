using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.History;
using EngageBot.ReplyGraph;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.History;

public sealed class ReplayTests
{
    private const string Plans =
        """
        SELECT p.number, n.step, a.platform_id, n.planned_at, n.reason
        FROM nudges n JOIN messages p ON p.id = n.post LEFT JOIN members a ON a.id = n.member
        ORDER BY p.number, n.step, n.place
        """;

    private static readonly DateTimeOffset Noon = TestTime.Noon;
    private static readonly string[] Tables =
        ["communities", "channels", "channel_readers", "members", "messages", "mentions", "reactions", "links", "awaited_parents", "positions", "nudges", "member_profiles", "community_words", "community_word_notes"];

    private static readonly ReplayOptions ByRules = new() { Resolver = ResolverKind.Rules };

    [Theory, EachEngine]
    public async Task A_replay_run_twice_into_one_database_changes_nothing_the_second_time(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var history = Community(seed: 1);
        var first = await ReplayAsync(database, history);
        var before = await AllRowsAsync(database);

        var second = await ReplayAsync(database, history);

        Assert.Equal(before, await AllRowsAsync(database));
        Assert.Equal((history.Count, 0L), ((int)first.NewMessages, first.KnownMessages));
        Assert.Equal((0L, (long)history.Count), (second.NewMessages, second.KnownMessages));
        Assert.True(await database.CountAsync("nudges") > 5, "the made community plans hardly anything");
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task A_replay_that_was_stopped_and_run_again_gives_the_same_messages_and_links(int seed)
    {
        var history = Community(seed);
        await using var whole = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await ReplayAsync(whole, history);
        await using var stopped = await TestDatabase.CreateAsync(TestEngine.Sqlite);

        await ReplayAsync(stopped, history.Take(history.Count / 2));
        await ReplayAsync(stopped, history);

        Assert.Equal(await whole.RowsAsync(TestPipeline.Links), await stopped.RowsAsync(TestPipeline.Links));
    }

    [Fact]
    public async Task A_post_that_nobody_answers_is_planned_when_its_wait_is_over()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);

        await ReplayAsync(database, [A.Message("how do I open the box?").Id(1).At(Noon), .. Chatter(Noon.AddMinutes(20), hours: 9)]);

        // Nothing is known of the pace: four hours. Nobody answers here: the board.
        Assert.Equal([$"1 | 2 | - | {Noon.AddHours(4).ToUnixTimeMilliseconds()} | Waiting board: too few people answer here to ask one of them."], await database.RowsAsync(Plans));
    }

    [Fact]
    public async Task An_answer_in_time_prevents_the_plan()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);

        await ReplayAsync(database, [
            A.Message("how do I open the box?").Id(1).At(Noon),
            .. Chatter(Noon.AddMinutes(20), hours: 3),
            A.Message("so").Id(2).By("bob").ReplyingTo(1).At(Noon.AddHours(3.9)),
            .. Chatter(Noon.AddHours(3.95), hours: 9)]);

        Assert.Empty(await database.RowsAsync(Plans));
    }

    [Fact]
    public async Task A_deletion_in_time_prevents_the_plan()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);

        await ReplayAsync(database, [
            A.Message("how do I open the box?").Id(1).At(Noon),
            .. Chatter(Noon.AddMinutes(20), hours: 3),
            new MessageDeleted(TestTime.Community, Noon.AddHours(3.9), TestTime.Channel("general")) { Id = new MessageId(1) },
            .. Chatter(Noon.AddHours(3.95), hours: 9)]);

        Assert.Empty(await database.RowsAsync(Plans));
    }

    [Fact]
    public async Task Nothing_is_planned_for_a_post_whose_wait_a_pause_or_the_end_cut_short()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var later = Noon.AddDays(2);

        var outcome = await ReplayAsync(database, [
            A.Message("what is the box before a pause?").Id(1).At(Noon), .. Chatter(Noon.AddMinutes(20), hours: 3),
            .. Chatter(later, hours: 9), A.Message("what is the box before the end?").Id(2).At(later.AddHours(8.9))]);

        Assert.Empty(await database.RowsAsync(Plans));
        Assert.Single(outcome.Span.Pauses);
    }

    [Fact]
    public async Task A_deletion_after_the_plan_was_due_does_not_undo_it_and_one_of_a_reply_does_not_make_it()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        MessageDeleted Deleted(long number, double hours) => new(TestTime.Community, Noon.AddHours(hours), TestTime.Channel("general")) { Id = new MessageId(number) };

        await ReplayAsync(database, [
            A.Message("is the box planned?").Id(1).At(Noon),
            A.Message("is the box answered?").Id(2).By("eve").In("other").At(Noon),
            A.Message("so").Id(3).By("bob").In("other").ReplyingTo(2).At(Noon.AddHours(1)),
            A.Message("well.").Id(4).By("kim").In("third").At(Noon.AddHours(3.8)),
            Deleted(1, 4.5),
            new MessageDeleted(TestTime.Community, Noon.AddHours(4.6), TestTime.Channel("other")) { Id = new MessageId(3) },
            A.Message("well.").Id(5).By("lee").In("third").At(Noon.AddHours(6))]);

        Assert.Equal([$"1 | {Noon.AddHours(4).ToUnixTimeMilliseconds()}"], await database.RowsAsync("SELECT p.number, n.planned_at FROM nudges n JOIN messages p ON p.id = n.post"));
    }

    [Fact]
    public async Task After_a_restart_those_who_were_asked_are_followed_by_the_board_and_a_pause_stays_a_pause()
    {
        var rules = ByRules with { Rules = new CommunityRules { FewestHelpers = 0, WaitWithoutHistory = TimeSpan.FromHours(1) } };
        ChatEvent[] history =
        [
            A.Message("is the box first?").Id(1).By("bob").In("x").At(Noon.AddDays(-3)), A.Message("so").Id(2).By("eve").In("x").ReplyingTo(1).At(Noon.AddDays(-3).AddMinutes(1)),
            .. Chatter(Noon.AddDays(-3).AddMinutes(2), hours: 70),
            A.Message("yes").Id(3).By("eve").In("x").ReplyingTo(1).At(Noon.AddMinutes(-30)),
            A.Message("how do I open the lid?").Id(4).By("bob").In("x").At(Noon),
            .. Chatter(Noon.AddMinutes(1), hours: 6),
            A.Message("what is the lid before the pause?").Id(5).By("kim").In("y").At(Noon.AddHours(6.1)),
            .. Chatter(Noon.AddHours(30), hours: 9),
        ];
        await using var whole = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await ReplayAsync(whole, history, rules);
        await using var stopped = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var until = Noon.AddHours(1.5);

        await ReplayAsync(stopped, history.Where(happened => happened.At < until), rules);
        await ReplayAsync(stopped, history.Where(happened => happened.At < Noon.AddHours(30.5)), rules);
        await ReplayAsync(stopped, history, rules);

        Assert.Equal(await whole.RowsAsync(Plans), await stopped.RowsAsync(Plans));
        Assert.Contains(await whole.RowsAsync(Plans), row => row.StartsWith("4 | 1 | eve", StringComparison.Ordinal));
        Assert.Contains(await whole.RowsAsync(Plans), row => row.StartsWith("4 | 2 | -", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_that_breaks_ends_the_replay()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var broken = Enumerable.Range(1, 5).Select(number => number < 5 ? (ChatEvent)A.Message("hi").Id(number) : throw new InvalidDataException("broken"));

        await Assert.ThrowsAsync<InvalidDataException>(() => ReplayAsync(database, broken).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task In_quiet_hours_the_wait_stands_still()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var rules = new CommunityRules { QuietHours = new QuietHours(new TimeOnly(14, 0), new TimeOnly(16, 0), "Etc/UTC") };

        await ReplayAsync(database, [A.Message("how do I open the box?").Id(1).At(Noon), .. Chatter(Noon.AddMinutes(20), hours: 9)], ByRules with { Rules = rules });

        Assert.Equal([$"{Noon.AddHours(6).ToUnixTimeMilliseconds()}"], await database.RowsAsync("SELECT planned_at FROM nudges"));
    }

    [Fact]
    public async Task A_channel_that_is_ignored_is_left_alone()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var rules = new CommunityRules { IgnoredChannels = ["#General"] };

        await ReplayAsync(database, [A.Message("how do I open the box?").Id(1).At(Noon), .. Chatter(Noon.AddMinutes(20), hours: 9)], ByRules with { Rules = rules });

        Assert.Empty(await database.RowsAsync(Plans));
    }

    [Fact]
    public async Task Messages_outside_the_moments_given_are_left_out()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);

        await ReplayAsync(
            database,
            [A.Message("1").At(Noon), A.Message("2").At(Noon.AddHours(1)), A.Message("3").At(Noon.AddHours(2))],
            ByRules with { Since = Noon.AddHours(1), Until = Noon.AddHours(2) });

        Assert.Equal(["2"], await database.RowsAsync("SELECT text FROM messages"));
    }

    [Fact]
    public async Task A_history_read_to_its_end_marks_its_channels_complete()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);

        await ReplayAsync(database, [A.Message("a").Id(3).In("one"), A.Message("b").Id(9).In("two"), A.Message("c").Id(11).In("one").At(Noon.AddHours(1))]);

        Assert.Equal(["one | 11", "two | 9"], await database.RowsAsync("SELECT platform_id, complete_up_to FROM channels ORDER BY platform_id"));
    }

    [Fact]
    public async Task Being_stopped_ends_the_replay_and_keeps_what_is_committed_whole()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        using var stop = new CancellationTokenSource();
        var history = Community(seed: 4).Select((message, place) =>
        {
            if (place == 300)
            {
                stop.Cancel();
            }

            return message;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Replay(database.Source, new ReplayOptions()).RunAsync(new MadeReader(history), progress: null, stop.Token));

        Assert.Equal(await database.CountAsync("links"), await database.CountAsync("links l JOIN messages m ON m.id = l.message"));
    }

    private static Task<ReplayOutcome> ReplayAsync(TestDatabase database, IEnumerable<ChatEvent> history, ReplayOptions? options = null) =>
        new Replay(database.Source, options ?? ByRules).RunAsync(new MadeReader(history), progress: null, CancellationToken.None);

    private static async Task<IReadOnlyList<string>> AllRowsAsync(TestDatabase database)
    {
        List<string> rows = [];
        foreach (var table in Tables)
        {
            rows.AddRange((await database.RowsAsync($"SELECT * FROM {table}")).Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"));
        }

        return rows;
    }

    /// <summary>Somebody says something every twenty minutes that answers nobody.</summary>
    private static IEnumerable<ChatEvent> Chatter(DateTimeOffset from, double hours)
    {
        for (var minutes = 0; minutes < hours * 60; minutes += 20)
        {
            yield return A.Message("well.").By($"passer-{minutes}").At(from.AddMinutes(minutes));
        }
    }

    /// <summary>Ten days of a channel in which five people ask and mostly answer one another.</summary>
    private static IReadOnlyList<ChatEvent> Community(int seed)
    {
        var random = new Random(seed);
        var at = Noon;
        List<ChatEvent> history = [];
        for (var number = 1; number <= 600; number++)
        {
            at = at.AddMinutes(1 + random.Next(45));
            var message = A.Message(random.Next(2) == 0 ? "does anybody know why the printer beeps?" : "try the other one").Id(number).By($"p{random.Next(5)}").At(at);
            message = random.Next(3) == 0 && number > 3 ? message.ReplyingTo(number - 1 - random.Next(3)) : message;
            history.Add(random.Next(5) == 0 ? message.Mentioning($"p{random.Next(5)}") : message);
        }

        return history;
    }
}
