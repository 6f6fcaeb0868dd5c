using System.Data.Common;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Health;
using EngageBot.Host.Storage;
using EngageBot.Pipeline;
using EngageBot.ReplyGraph;
using EngageBot.Tests.Database;
using EngageBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Pipeline;

public sealed class ChatEventWorkerTests
{
    private readonly ChatEventQueue _queue = new();
    private readonly VirtualClock _clock = new(TestTime.Noon);

    [Theory, EachEngine]
    public async Task A_batch_commits_the_newest_position_of_each_of_its_sources(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var engine = Live(database);
        await _queue.EnqueueAsync(Queued(A.Message("one").Id(1), "discord/shard/0", "5"), CancellationToken.None);
        await _queue.EnqueueAsync(Queued(A.Message("two").Id(2), "discord/shard/1", "90"), CancellationToken.None);
        await _queue.EnqueueAsync(Queued(null, "discord/shard/0", "6"), CancellationToken.None);
        Assert.Null(await PositionStore.FindAsync(database.Source, "discord/shard/0", CancellationToken.None));

        await Worker(engine).RunOnceAsync(CancellationToken.None);

        Assert.Equal("6", await PositionStore.FindAsync(database.Source, "discord/shard/0", CancellationToken.None));
        Assert.Equal("90", await PositionStore.FindAsync(database.Source, "discord/shard/1", CancellationToken.None));
        Assert.Equal(2, await database.CountAsync("messages"));
    }

    [Theory, EachEngine]
    public async Task What_a_source_keeps_is_committed_with_what_it_came_with(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var engine = Live(database);
        SourceNote[] notes = [new("discord", "guild/1", "one"), new("discord", "guild/2", "two"), new("discord", "guild/1", "changed"), new("discord", "guild/2", null), new("slack", "x", "y")];
        foreach (var note in notes)
        {
            await _queue.EnqueueAsync(new QueuedEvent(null) { Note = note }, CancellationToken.None);
        }

        await Worker(engine).RunOnceAsync(CancellationToken.None);

        Assert.Equal([new SourceNote("discord", "guild/1", "changed")], await SourceNoteStore.AllAsync(database.Source, "discord", CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Marks_of_channels_and_threads_move_forward_only(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var engine = Live(database);
        foreach (var number in new[] { 5L, 7L, 6L })
        {
            await _queue.EnqueueAsync(new QueuedEvent(null) { Mark = new CompleteUpTo(TestTime.Channel("help"), new MessageId(number)) }, CancellationToken.None);
            await _queue.EnqueueAsync(
                new QueuedEvent(null) { Mark = new CompleteUpTo(TestTime.Channel("help"), new MessageId(number + 10)) { Thread = new MessageId(3) } }, CancellationToken.None);
            await Worker(engine).RunOnceAsync(CancellationToken.None);
        }

        var marks = await MarkStore.AllAsync(database.Source, Platform.File, CancellationToken.None);
        Assert.Equal([(null, 7L), (3L, 17L)], marks.Select(mark => (mark.Thread?.Number, mark.Message.Number)));
        Assert.Empty(await MarkStore.AllAsync(database.Source, Platform.Discord, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task The_busiest_channels_are_known(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var engine = Live(database);
        await _queue.EnqueueAsync(A.Message("one").Id(1).In("busy"), CancellationToken.None);
        await _queue.EnqueueAsync(A.Message("two").Id(2).In("busy"), CancellationToken.None);
        await _queue.EnqueueAsync(A.Message("old").Id(3).In("quiet").At(TestTime.Noon.AddDays(-2)), CancellationToken.None);
        await Worker(engine).RunOnceAsync(CancellationToken.None);

        var traffic = await ChannelTraffic.SinceAsync(database.Source, Platform.File, TestTime.Noon.AddDays(-1), CancellationToken.None);

        Assert.Equal([(TestTime.Channel("busy"), 2L)], traffic.Select(channel => (channel.Key, channel.Value)));
    }

    [Theory, EachEngine]
    public async Task Who_waits_for_the_commit_is_told_after_it(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var engine = Live(database);
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.EnqueueAsync(new QueuedEvent(A.Message("one")) { Committed = committed }, CancellationToken.None);
        Assert.False(committed.Task.IsCompleted);

        await Worker(engine).RunOnceAsync(CancellationToken.None);

        Assert.True(committed.Task.IsCompletedSuccessfully);
        Assert.Equal(1, await database.CountAsync("messages"));
    }

    [Theory, EachEngine]
    public async Task An_event_that_cannot_be_handled_is_left_out_and_the_rest_is_stored(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var engine = Live(database);
        await _queue.EnqueueAsync(A.Message("one").Id(1), CancellationToken.None);
        await _queue.EnqueueAsync(Queued(new Unheard(TestTime.Noon), "discord/shard/0", "6"), CancellationToken.None);
        await _queue.EnqueueAsync(A.Message("two").Id(2), CancellationToken.None);

        await Worker(engine).RunOnceAsync(CancellationToken.None);

        Assert.Equal(["1", "2"], await database.RowsAsync("SELECT number FROM messages ORDER BY number"));
        Assert.Equal("6", await PositionStore.FindAsync(database.Source, "discord/shard/0", CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task What_waited_before_the_program_began_is_looked_after(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var before = Live(database))
        {
            await _queue.EnqueueAsync(A.Message("how do I open it?").Id(1), CancellationToken.None);
            await Worker(before).RunOnceAsync(CancellationToken.None);
        }

        _clock.MoveTo(TestTime.Noon.AddHours(5));
        await using var engine = Live(database);
        _queue.Complete();
        await Worker(engine).RunAsync(CancellationToken.None);

        Assert.Equal(1, await database.CountAsync("nudges"));
    }

    [Theory, EachEngine]
    public async Task What_is_due_is_planned_when_it_is_and_its_answer_in_the_queue_comes_first(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var engine = Live(database);
        var worker = Worker(engine);
        await _queue.EnqueueAsync(A.Message("how do I open it?").Id(1).In("one"), CancellationToken.None);
        await _queue.EnqueueAsync(A.Message("how do I close it?").Id(2).In("two"), CancellationToken.None);
        await worker.RunOnceAsync(CancellationToken.None);
        for (var hour = 1; hour <= 5; hour++)
        {
            _clock.MoveTo(TestTime.Noon.AddHours(hour));
            if (hour == 4)
            {
                await _queue.EnqueueAsync(A.Message("with a key").Id(3).In("one").By("bob").ReplyingTo(1).At(_clock.GetUtcNow()), CancellationToken.None);
            }

            await worker.RunOnceAsync(CancellationToken.None);
        }

        Assert.Equal(["2"], await database.RowsAsync("SELECT m.number FROM nudges n JOIN messages m ON m.id = n.post"));
    }

    [Theory]
    [InlineData(3), InlineData(200)]
    public async Task A_database_that_comes_back_has_lost_nothing_however_long_it_was_away(int failures)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var failing = new FailingDataSource(database.Source) { FailuresLeft = failures };
        await using var engine = new Engine(_clock, failing, RulesBook.Fixed(new CommunityRules()), ResolverKind.Rules, isLive: true);
        await _queue.EnqueueAsync(A.Message("one"), CancellationToken.None);

        await WhileTimePassesAsync(Worker(engine).RunOnceAsync(CancellationToken.None));

        Assert.Equal(1, await database.CountAsync("messages"));
    }

    [Fact]
    public async Task A_disk_that_is_full_is_waited_for_and_said_and_nothing_is_lost()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var pages = (await database.RowsAsync("PRAGMA page_count"))[0];
        await using var disk = new FullDataSource((SqliteDataSource)database.Source, long.Parse(pages, CultureInfo.InvariantCulture));
        await FilledAsync(disk, () => disk.Pages = 0);
        Assert.Equal(300, await database.CountAsync("messages"));
    }

    [MountFact]
    public async Task So_it_is_with_a_real_one()
    {
        using var mounted = MountedDisk.Create(mebibytes: 4);
        await using var database = new SqliteDataSource(Path.Combine(mounted.Folder, "full.db"));
        await Migrator.MigrateAsync(database, CancellationToken.None);
        mounted.Fill();
        await FilledAsync(database, mounted.Empty);
        await using var connection = await database.OpenConnectionAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM messages";
        Assert.Equal(300L, await count.ExecuteScalarAsync());
    }

    /// <summary>What arrives waits until there is room.</summary>
    private async Task FilledAsync(DbDataSource database, Action makeRoom)
    {
        var (trouble, log) = (new StoreTrouble(), new LineLogger<ChatEventWorker>());
        await using var engine = new Engine(_clock, database, RulesBook.Fixed(new CommunityRules()), ResolverKind.Rules, isLive: true);
        using var worker = new ChatEventWorker(_queue, engine, _clock, log) { Trouble = trouble };
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var number = 1; number <= 300; number++)
        {
            await _queue.EnqueueAsync(new QueuedEvent(A.Message($"{number} {new string('x', 2_000)}").Id(number)) { Committed = number == 300 ? committed : null }, CancellationToken.None);
        }

        var working = worker.RunOnceAsync(CancellationToken.None);
        for (var second = 0; second < 60; second++)
        {
            _clock.MoveTo(_clock.GetUtcNow().AddSeconds(1));
            await Task.Yield();
        }

        Assert.False(working.IsCompleted);
        Assert.False(committed.Task.IsCompleted); // Nobody is told that it is stored: a platform sends it again to the next process.
        Assert.Contains("full", trouble.Now!.Reason, StringComparison.Ordinal);
        Assert.Equal(TestTime.Noon, trouble.Now.Since);
        Assert.Contains(log.Lines, line => line.Contains("The database cannot be written", StringComparison.Ordinal) && line.Contains("full", StringComparison.Ordinal));
        makeRoom();
        await WhileTimePassesAsync(working);
        Assert.Null(trouble.Now);
        Assert.True(committed.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task What_the_database_will_never_take_is_left_out_and_not_tried_for_ever()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var failing = new FailingDataSource(database.Source) { FailuresLeft = 2, State = "22021" };
        await using var engine = new Engine(_clock, failing, RulesBook.Fixed(new CommunityRules()), ResolverKind.Rules, isLive: true);
        await _queue.EnqueueAsync(A.Message("one").Id(1), CancellationToken.None);
        await _queue.EnqueueAsync(A.Message("two").Id(2), CancellationToken.None);

        await WhileTimePassesAsync(Worker(engine).RunOnceAsync(CancellationToken.None));

        Assert.Equal(["2"], await database.RowsAsync("SELECT number FROM messages"));
    }

    private async Task WhileTimePassesAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            _clock.MoveTo(_clock.GetUtcNow().AddSeconds(1));
            await Task.Yield();
        }

        await work;
    }

    private static QueuedEvent Queued(ChatEvent? happened, string source, string position) => new(happened) { Position = new SourcePosition(source, position) };

    private ChatEventWorker Worker(Engine engine) => new(_queue, engine, _clock, NullLogger<ChatEventWorker>.Instance);

    private Engine Live(TestDatabase database) => new(_clock, database.Source, RulesBook.Fixed(new CommunityRules()), ResolverKind.Rules, isLive: true);

    private sealed record Unheard(DateTimeOffset At) : ChatEvent(TestTime.Community, At);
}
