using System.Data.Common;
using System.Text;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Host.Storage;
using EngageBot.Introductions.Proposals;
using EngageBot.Members;
using EngageBot.Pipeline;
using EngageBot.Privacy.Retention;
using EngageBot.ReplyGraph;
using EngageBot.Stats.Daily;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Unanswered;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Tests.Privacy.Retention;

/// <summary>Words go after two weeks; what was learned from them stays as it was.</summary>
public sealed class TextRemoverTests
{
    private static readonly DateTimeOffset Later = TestTime.Noon.AddDays(14).AddMinutes(1);

    [Theory, EachEngine]
    public async Task Old_texts_go_and_young_ones_stay_and_so_it_is_with_what_is_edited_later(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("the zanzibar clock ticks").Id(1).In("help"));
        await story.HappenAsync(A.Message("the young clock ticks").Id(2).In("help").At(TestTime.Noon.AddHours(1)).Build());

        Assert.Equal(0, await RemoveAsync(story, TestTime.Noon.AddDays(14)));
        Assert.Equal(1, await RemoveAsync(story, Later));
        Assert.Equal(["1 | -", "2 | the young clock ticks"], await database.RowsAsync("SELECT number, text FROM messages ORDER BY number"));

        await story.HappenAsync(new MessageEdited(TestTime.Community, Later, TestTime.Channel("help")) { Id = new MessageId(1), Text = "the zanzibar clock stands" });
        Assert.Equal(1, await RemoveAsync(story, Later));
        Assert.Empty(await database.RowsAsync("SELECT 1 FROM messages WHERE number = 1 AND text IS NOT NULL"));
        if (database.Source is SqliteDataSource file)
        {
            Assert.Empty(await HoldingAsync(file, "zanzibar"));
        }
    }

    [Theory, EachEngine]
    public async Task It_goes_in_small_steps(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database);
        await story.HappenAsync(Enumerable.Range(1, 3_000).Select(number => (ChatEvent)A.Message($"line {number}").Id(number).In("help").Build()));
        await story.HappenAsync(Enumerable.Range(3_001, OldTexts.AtOnce - 2_995).Select(number => (ChatEvent)A.Message($"line {number}").Id(number).In("help").Build()));
        var remover = RemoverOf(story);
        Assert.Equal(OldTexts.AtOnce, await remover.RunOnceAsync(Later, CancellationToken.None));
        Assert.Equal(5, await remover.RunOnceAsync(Later, CancellationToken.None));
        Assert.Equal(0, await remover.RunOnceAsync(Later, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Where_posts_are_looked_after_for_longer_texts_stay_for_longer(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { RestAfter = TimeSpan.FromDays(20) });
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        Assert.Equal(0, await RemoveAsync(story, TestTime.Noon.AddDays(21)));
        Assert.Equal(1, await RemoveAsync(story, TestTime.Noon.AddDays(21).AddMinutes(1)));
    }

    [Theory, EachEngine]
    public async Task Profiles_figures_links_and_what_settles_a_post_are_as_before(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("how do I open the old clock?").Id(1).By("ada").In("help"));
        await story.WriteAsync(A.Message("nvm, found the problem").Id(2).By("ada").In("help").ReplyingTo(1));
        await story.WriteAsync(A.Message("is the big clock on time?").Id(3).By("bob").In("help"));
        await story.HappenAsync(new ReactionAdded(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(3), Member = TestTime.Member("kim"), Emoji = "👍" });
        await story.WriteAsync(A.Message("how do I wind it, see https://clocks.example/wind").Id(4).By("eve").In("help"));
        await story.WriteAsync(A.Message("turn the key to the left").Id(5).By("kim").In("help").ReplyingTo(4));

        var before = await LearnedAsync(story);
        Assert.Equal(5, await RemoveAsync(story, Later));
        await database.ExecuteAsync("INSERT INTO stale_days (channel, day, changes) SELECT DISTINCT channel, day, 1 FROM figure_days");
        await story.RestartAsync();
        Assert.Equal(before, await LearnedAsync(story));
        Assert.Contains(before, line => line.StartsWith("state 1 False", StringComparison.Ordinal));
        Assert.Contains(before, line => line.StartsWith("state 3 False", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_whose_words_are_gone_keeps_its_link_when_an_older_one_arrives_late()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var clock = new VirtualClock(TestTime.Noon);
        await using var engine = new Engine(clock, database.Source, RulesBook.Fixed(new CommunityRules()), ResolverKind.Model, isLive: true);
        string[] lines = ["how do I mount the usb disk in ubuntu?", "what does dmesg say about the usb disk?", "dmesg says that the usb disk is sdb1", "then mount sdb1 with sudo mount /dev/sdb1 /mnt", "thanks, mount works, the disk is there"];
        var events = lines.Select((line, at) => (ChatEvent)A.Message(line).Id(10 + at).By(at % 2 == 0 ? "ada" : "bob").In("help").At(TestTime.Noon.AddSeconds(20 * at)).Build()).ToList();
        await engine.HandleAsync(Batch([.. events]), CancellationToken.None);
        const string Links = "SELECT m.number, p.number, l.source, l.probability FROM links l JOIN messages m ON m.id = l.message LEFT JOIN messages p ON p.id = l.parent WHERE m.number >= 10 ORDER BY 1, 3";
        var before = await database.RowsAsync(Links);
        Assert.True(before.Count(row => row.Split(" | ") is var parts && parts[0] != parts[1]) >= 2, string.Join('\n', before));

        await new TextRemover(database.Source, RulesBook.Fixed(new CommunityRules()), new TextRetention()).RunOnceAsync(Later.AddHours(1), CancellationToken.None);
        await engine.HandleAsync(Batch(A.Message("good morning all").Id(5).By("zoe").In("help").At(TestTime.Noon.AddSeconds(-5)).Build()), CancellationToken.None);
        Assert.Equal(before, await database.RowsAsync(Links));
    }

    [Theory, EachEngine]
    public async Task What_the_bot_said_loses_its_words_when_all_is_over_and_not_before(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database);
        var (old, young) = (TestTime.Noon.ToUnixTimeMilliseconds(), TestTime.Noon.AddDays(2).ToUnixTimeMilliseconds());
        await OutboxAsync(database, ("sent ask", 4, 3, old, false), ("withdrawn reply", 3, 5, old, false), ("board that stands", 1, 3, old, false), ("planned", 5, 1, old, true), ("to be changed", 4, 3, old, true), ("young", 4, 3, young, false),
            ("proposal under way", 7, 3, old, false), ("proposal that is over", 7, 3, old, false));
        await database.ExecuteAsync("INSERT INTO introductions (id, community, occasion, state, topics, about, channel, planned_at, ended_at) SELECT 7, id, 1, 1, '', 'asked', 1, @old, NULL FROM communities", new { old });
        await database.ExecuteAsync("INSERT INTO introductions (id, community, occasion, state, topics, about, channel, planned_at, ended_at) SELECT 8, id, 1, 4, '', 'ended', 1, @old, @old FROM communities", new { old });
        await database.ExecuteAsync("INSERT INTO introduction_requests (id, community, member, about, at, handled_at) SELECT 1, id, 1, 'handled', @old, @old FROM communities", new { old });
        await database.ExecuteAsync("INSERT INTO introduction_requests (id, community, member, about, at) SELECT 2, id, 1, 'waits', @old FROM communities", new { old });
        await database.ExecuteAsync("INSERT INTO announcements (id, community, kind, channel, text, by_member, day, at) SELECT 1, id, 1, 1, 'notice', 1, 1, @old FROM communities", new { old });

        Assert.Equal(6, await RemoveAsync(story, Later));
        Assert.Equal(["board that stands", "planned", "proposal under way", "to be changed", "young"], (await database.RowsAsync("SELECT text FROM outbox WHERE text <> ''")).Order(StringComparer.Ordinal));
        Assert.Equal(["asked"], await database.RowsAsync("SELECT about FROM introductions WHERE about IS NOT NULL"));
        Assert.Equal(["waits"], await database.RowsAsync("SELECT about FROM introduction_requests WHERE about IS NOT NULL"));
        Assert.Empty(await database.RowsAsync("SELECT 1 FROM announcements WHERE text <> ''"));
    }

    [Theory, EachEngine]
    public async Task Of_somebody_whose_words_are_gone_a_message_is_still_found_to_introduce_him_by(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("the big clock ticks").Id(1).In("help"));
        await story.PassAsync(1);
        await story.WriteAsync(A.Message("good morning").Id(2).In("help"));
        await RemoveAsync(story, Later);
        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        var ada = long.Parse((await database.RowsAsync("SELECT id FROM members WHERE platform_id = 'ada'"))[0], System.Globalization.CultureInfo.InvariantCulture);
        var found = await new ShownPosts(session, story.Book).OfAsync(1, ada, ["clock"], CancellationToken.None);
        Assert.Equal(["2"], await database.RowsAsync($"SELECT number FROM messages WHERE id = {found}"));
    }

    [Theory]
    [InlineData("Remind me like this"), InlineData("No")]
    public async Task A_reminder_whose_words_are_gone_is_answered_all_the_same(string label)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).By("ada").In("help"));
        await story.WriteAsync(A.Message("which box do you mean?").Id(2).By("zoe").In("help").ReplyingTo(1));
        await story.PassAsync(1);
        await story.WriteAsync(A.Message("good morning").Id(3).By("ada").In("board"));
        await story.SkipAsync(TimeSpan.FromHours(25));
        var reminder = story.Platform.Sent.Single(sent => sent.To == TestTime.Member("ada"));
        Assert.True(await RemoveAsync(story, Later.AddDays(30)) > 0);
        Assert.Empty(await database.RowsAsync("SELECT 1 FROM outbox WHERE member IS NOT NULL AND text <> ''"));
        Assert.IsType<CommandReply.Replaces>(await story.PressAsync("ada", reminder.Buttons.Single(button => button.Label == label).Id));
        Assert.Equal(1, await database.CountAsync("agreements"));
    }

    [Fact]
    public async Task Nothing_is_looked_through_that_has_an_index()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        foreach (var statement in OldTexts.Statements)
        {
            var sql = statement.Parameters.Aggregate(statement.Text, (text, parameter) => text.Replace("@" + parameter.Name, "1", StringComparison.Ordinal));
            var steps = await database.RowsAsync("EXPLAIN QUERY PLAN " + sql);
            Assert.Contains(steps, step => step.Contains("_with_", StringComparison.Ordinal));
            Assert.DoesNotContain(steps, step => new[] { "m", "o", "i", "r" }.Any(table => step.EndsWith($"SCAN {table}", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData(2, "14 days"), InlineData(20, "21 days")]
    public async Task The_notice_and_the_first_words_say_for_how_long(int rest, string said)
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { RestAfter = TimeSpan.FromDays(rest) });
        var form = Assert.IsType<CommandReply.Opens>(await story.TypeAsync("mod", "notice", isModerator: true)).Form;
        Assert.Contains(form.Fields, field => field.Value?.Contains($"keep text for {said}", StringComparison.Ordinal) == true);
        var privacy = Assert.IsType<CommandReply.Says>(await story.ModerateAsync(new ButtonId("first", "privacy", 0)));
        Assert.Contains($"I keep text for {said},", privacy.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_removes_them_by_itself_and_forgets_who_was_forgotten_before_it_listens()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var (clock, key) = (new VirtualClock(TestTime.Noon), ErasureKey.InMemory());
        await using (var engine = new Engine(clock, database.Source, RulesBook.Fixed(new CommunityRules()), ResolverKind.Rules, isLive: true, key: key))
        {
            await engine.HandleAsync(Batch(A.Message("of long ago").Id(1).By("bob").In("help").Build(), A.Message("of ada").Id(2).By("ada").In("help").Build()), CancellationToken.None);
        }

        key.Add(key.HmacOf(TestTime.Member("ada"))); // She asked after this copy of the database was made.
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton<DbDataSource>(database.Source);
        builder.Services.AddSingleton(key);
        builder.Services.AddLiveEngine(new CommunityRules());
        using var host = builder.Build();
        await host.StartAsync();
        Assert.Empty(await database.RowsAsync("SELECT 1 FROM members WHERE platform_id = 'ada'"));

        using var guard = new CancellationTokenSource(TestTime.Patience);
        while ((await database.RowsAsync("SELECT 1 FROM messages WHERE text IS NOT NULL")).Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, guard.Token);
        }

        await host.StopAsync();
    }

    private static ChatEventBatch Batch(params ChatEvent[] events) => new(events);

    private static TextRemover RemoverOf(LiveStory story) => new(story.Database.Source, story.Book, new TextRetention());

    /// <returns>How many there were.</returns>
    private static async Task<int> RemoveAsync(LiveStory story, DateTimeOffset now)
    {
        var (remover, removed) = (RemoverOf(story), 0);
        while (await remover.RunOnceAsync(now, CancellationToken.None) is > 0 and var some)
        {
            removed += some;
        }

        await remover.EmptyLogAsync(CancellationToken.None);
        return removed;
    }

    /// <summary>What is kept of texts, and what is made of it.</summary>
    private static async Task<IReadOnlyList<string>> LearnedAsync(LiveStory story)
    {
        var database = story.Database;
        await new DayKeeper(database.Source).RunOnceAsync(DateTimeOffset.MaxValue, CancellationToken.None);
        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        List<string> learned = [];
        var (posts, days) = (new PostQuery(session, story.Book), new DayQuery(session));
        foreach (var id in await database.RowsAsync("SELECT id FROM messages ORDER BY id"))
        {
            var state = await posts.StateAsync(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), long.MaxValue, CancellationToken.None);
            learned.Add($"state {id} {state.IsOpen} {state.IsSettled} {state.AnsweredAt}");
        }

        foreach (var day in await database.RowsAsync("SELECT channel, day FROM figure_days ORDER BY channel, day"))
        {
            var parts = day.Split(" | ").Select(part => long.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            learned.AddRange((await days.ReadAsync(parts[0], parts[1], CancellationToken.None)).Select(line => line.ToString()));
        }

        learned.AddRange(await database.RowsAsync("SELECT message, source, parent, probability FROM links ORDER BY message, source"));
        learned.AddRange(await database.RowsAsync("SELECT message, domain FROM link_domains ORDER BY message"));
        learned.AddRange(await database.RowsAsync("SELECT id, kind, promotion, sketch FROM messages ORDER BY id"));
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT profile FROM member_profiles ORDER BY member";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            learned.Add(Convert.ToBase64String((byte[])reader.GetValue(0)));
        }

        return learned;
    }

    private static async Task OutboxAsync(TestDatabase database, params (string Text, int Kind, int State, long At, bool IsDue)[] entries)
    {
        foreach (var (number, (text, kind, state, at, isDue)) in entries.Index())
        {
            await database.ExecuteAsync(
                """
                INSERT INTO outbox (id, community, kind, channel, subject, text, revision, state, reason, planned_at, expires_at, next_at, sent_at, attempts)
                SELECT @id, id, @kind, 1, @subject, @text, 1, @state, '', @at, @at, @next, @at, 0 FROM communities
                """,
                new { id = number + 1, kind, text, state, at, next = isDue ? at : (long?)null, subject = number + 1 });
        }
    }

    private static async Task<IReadOnlyList<string>> HoldingAsync(SqliteDataSource database, string word)
    {
        List<string> holding = [];
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(database.Path)!))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            if (Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).Contains(word, StringComparison.Ordinal))
            {
                holding.Add(Path.GetFileName(path));
            }
        }

        return holding;
    }
}
