using EngageBot.Chat;
using EngageBot.Chat.Words;
using EngageBot.Database;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Profiles;

/// <summary>Profiles as the pipeline keeps them, in a real store.</summary>
public sealed class ProfileRecorderTests
{
    private static readonly string[] People = ["ada", "bob", "eve", "kim", "lee"];
    private static readonly string[] Words = "printer driver kernel sound wifi cable screen update colour network python garden coffee piano".Split(' ');

    [Theory, EachEngine]
    public async Task Who_answers_a_question_is_known_for_what_it_was_about(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(
            new ChannelSeen(TestTime.Community, TestTime.Noon, TestTime.Channel("general")) { Name = "general", Visibility = ChannelVisibility.Everyone },
            A.Message("my printer is broken, help?").Id(1).At(TestTime.Noon));
        await pipeline.RestartAsync();
        await pipeline.HandleAsync(A.Message("turn around").Id(2).By("bob").ReplyingTo(1).At(TestTime.Noon.AddMinutes(1)));

        var bob = (await ProfileAsync(database, "bob"))!;

        Assert.Equal((1f, 1f, 1f, 0f), (bob.Lines, bob.Answers, bob.Helped, bob.Asks));
        Assert.Contains(WordHash.Of("printer"), bob.Answered.Words.ToArray());
        Assert.All(bob.Answered.Places.ToArray(), place => Assert.Equal(Topics.Everywhere, place));
        Assert.Equal(1f, (await ProfileAsync(database, "ada"))!.Asks);
    }

    [Fact]
    public async Task Who_answers_a_question_that_was_changed_is_known_for_what_it_says_now()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(
            A.Message("my printer is broken, help?").Id(1).At(TestTime.Noon),
            new MessageEdited(TestTime.Community, TestTime.Noon, TestTime.Channel("general")) { Id = new MessageId(1), Text = "my kernel is broken, help?" },
            A.Message("turn around").Id(2).By("bob").ReplyingTo(1).At(TestTime.Noon.AddMinutes(1)));
        var answered = (await ProfileAsync(database, "bob"))!.Answered.Words.ToArray();
        Assert.Contains(WordHash.Of("kernel"), answered);
        Assert.DoesNotContain(WordHash.Of("printer"), answered);
    }

    [Theory, EachEngine]
    public async Task Of_bots_and_of_those_who_opted_out_nothing_is_kept(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(new MemberSeen(TestTime.Community, TestTime.Noon, new MemberId(TestTime.Community, "bob")) { Name = "bob" });
        await database.ExecuteAsync("UPDATE members SET opted_out_at = 1");
        await pipeline.RestartAsync();

        await pipeline.HandleAsync(A.Message("hello printer").By("bob"), A.Message("beep printer").By("kim").With(MessageTraits.Bot), A.Message("hello").By("ada"));

        Assert.Equal(1, await database.CountAsync("member_profiles"));
        Assert.NotNull(await ProfileAsync(database, "ada"));
    }

    [Theory, EachEngine]
    public async Task What_is_said_where_not_everybody_reads_keeps_its_channel(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(A.Message("secret printer").In("staff"));

        Assert.All((await ProfileAsync(database, "ada"))!.Written.Places.ToArray(), place => Assert.NotEqual(Topics.Everywhere, place));
    }

    [Theory, EachEngine]
    public async Task Erasing_leaves_no_row_and_begins_anew(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var pipeline = new TestPipeline(database))
        {
            await pipeline.HandleAsync(A.Message("hello printer"), A.Message("hello").By("bob"));
        }

        await using (var session = new WriteSession(database.Source))
        {
            var recorder = new ProfileRecorder(session);
            session.BeforeCommit = recorder.FlushAsync;
            await session.BeginAsync(CancellationToken.None);
            var ada = (await database.RowsAsync("SELECT id FROM members WHERE platform_id = 'ada'"))[0];
            await recorder.EraseAsync(long.Parse(ada, System.Globalization.CultureInfo.InvariantCulture), CancellationToken.None);
            await session.CommitAsync(CancellationToken.None);
        }

        Assert.Null(await ProfileAsync(database, "ada"));
        Assert.NotNull(await ProfileAsync(database, "bob"));
    }

    [Fact]
    public void Batches_restarts_and_redelivery_do_not_change_the_profiles() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(10),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => CheckAsync(seed).GetAwaiter().GetResult()));

    [Fact]
    public void Profiles_that_leave_the_memory_come_back_as_they_were() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(20),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Assert.Equal(RecordedAsync(seed, 1_000).GetAwaiter().GetResult(), RecordedAsync(seed, 1).GetAwaiter().GetResult())));

    /// <summary>People write and are asked for, whether they ever wrote or not.</summary>
    private static async Task<IReadOnlyList<string>> RecordedAsync(int seed, int capacity)
    {
        var random = new Random(seed);
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var session = new WriteSession(database.Source);
        var recorder = new ProfileRecorder(session, capacity);
        session.BeforeCommit = recorder.FlushAsync;
        for (var number = 1; number <= 60; number++)
        {
            await session.BeginAsync(CancellationToken.None);
            await recorder.FindAsync(1 + random.Next(8), CancellationToken.None);
            var row = new MessageRow
            {
                Key = number, Channel = 1, Id = new MessageId(number), Thread = null, Author = 1 + random.Next(8), At = number * 1_000L, Traits = MessageTraits.None, Kind = PostKind.Chat,
                Text = Words[random.Next(Words.Length)], Words = LineWords.None,
            };
            await recorder.RecordAsync(new RecordedMessage(row, Link: null, IsLate: false), community: 1, isOpen: true, CancellationToken.None);
            if (random.Next(3) == 0)
            {
                await session.CommitAsync(CancellationToken.None);
            }
        }

        await session.CommitAsync(CancellationToken.None);
        return await database.RowsAsync("SELECT member, hex(profile) FROM member_profiles ORDER BY member");
    }

    private static async Task CheckAsync(int seed)
    {
        var random = new Random(seed);
        var history = Made(random);
        var whole = await ProfilesAsync([history], random, restarts: false);
        Assert.True(whole.Count > People.Length, "hardly any profiles were made");
        Assert.Equal(whole, await ProfilesAsync(Cut(history, random), random, restarts: true));
    }

    private static async Task<IReadOnlyList<string>> ProfilesAsync(IEnumerable<ChatEvent[]> batches, Random random, bool restarts)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database);
        foreach (var batch in batches)
        {
            await pipeline.HandleAsync(batch);
            if (restarts && random.Next(2) == 0)
            {
                await pipeline.RestartAsync();
                await pipeline.HandleAsync(batch);
            }
        }

        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        var words = (await new ProfileStore(session).WordsAsync(1, CancellationToken.None)).Counts;
        return
        [
            .. await database.RowsAsync("SELECT m.platform_id, hex(p.profile) FROM member_profiles p JOIN members m ON m.id = p.member ORDER BY m.platform_id"),
            $"{words.Messages} messages, {string.Join(' ', words.ToArray())}",
        ];
    }

    private static ChatEvent[] Made(Random random)
    {
        var at = TestTime.Noon;
        List<ChatEvent> history = [];
        for (var number = 1; number <= 200; number++)
        {
            at = at.AddSeconds(1 + random.Next(random.Next(10) == 0 ? 400_000 : 90));
            var text = string.Join(' ', Enumerable.Range(0, 4).Select(_ => Words[random.Next(Words.Length)])) + (random.Next(3) == 0 ? "?" : string.Empty);
            var message = A.Message(text).Id(number).By(People[random.Next(5)]).In(random.Next(3) == 0 ? "help" : "general").At(at);
            history.Add(random.Next(3) == 0 ? message.ReplyingTo(1 + random.Next(number)) : message);
        }

        return [.. history];
    }

    private static IEnumerable<ChatEvent[]> Cut(ChatEvent[] history, Random random)
    {
        for (var at = 0; at < history.Length;)
        {
            var size = Math.Min(1 + random.Next(40), history.Length - at);
            yield return history[at..(at + size)];
            at += size;
        }
    }

    private static async Task<MemberProfile?> ProfileAsync(TestDatabase database, string member)
    {
        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        var key = (await database.RowsAsync($"SELECT id FROM members WHERE platform_id = '{member}'"))[0];
        return await new ProfileStore(session).FindAsync(long.Parse(key, System.Globalization.CultureInfo.InvariantCulture), CancellationToken.None);
    }
}
