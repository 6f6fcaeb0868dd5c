using EngageBot.Chat;
using EngageBot.Pipeline;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Pipeline;

public sealed class MessagePipelineTests
{
    private static readonly DateTimeOffset Noon = TestTime.Noon;

    [Theory, EachEngine]
    public async Task A_message_delivered_twice_is_one_row(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        ChatEvent message = A.Message("hello").Id(7);

        var first = await pipeline.HandleAsync(message, message);
        await pipeline.RestartAsync();
        var second = await pipeline.HandleAsync(message);

        Assert.Equal((1, 1), (first.NewMessages, first.KnownMessages));
        Assert.Equal((0, 1), (second.NewMessages, second.KnownMessages));
        Assert.Equal(1, await database.CountAsync("messages"));
    }

    [Theory, EachEngine]
    public async Task The_same_number_in_another_channel_is_another_message(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);

        await pipeline.HandleAsync(A.Message("a").Id(7).In("one"), A.Message("b").Id(7).In("two"));

        Assert.Equal(["one | 7 | a", "two | 7 | b"], await database.RowsAsync("SELECT c.platform_id, m.number, m.text FROM messages m JOIN channels c ON c.id = m.channel ORDER BY c.platform_id"));
    }

    [Theory, EachEngine]
    public async Task An_explicit_reply_is_linked_to_what_it_answers(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);

        await pipeline.HandleAsync(A.Message("how?").Id(1), A.Message("so").Id(2).By("bob").ReplyingTo(1).At(Noon.AddDays(3)));

        Assert.Equal(["general | 1 | - | -", "general | 2 | 1 | 5"], await database.RowsAsync(TestPipeline.Links));
    }

    [Theory, EachEngine]
    public async Task A_reply_waits_for_a_parent_that_comes_later_even_after_a_restart(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(A.Message("so").Id(2).By("bob").ReplyingTo(1).At(Noon.AddHours(1)));
        Assert.Equal(["general | 2 | - | 5"], await database.RowsAsync(TestPipeline.Links));

        await pipeline.RestartAsync();
        await pipeline.HandleAsync(A.Message("how?").Id(1).At(Noon));

        Assert.Equal(["general | 1 | - | -", "general | 2 | 1 | 5"], await database.RowsAsync(TestPipeline.Links));
        Assert.Equal(0, await database.CountAsync("awaited_parents"));
    }

    [Theory, EachEngine]
    public async Task In_a_thread_the_author_is_answered_and_answers_whoever_wrote_last(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);

        await pipeline.HandleAsync(
            A.Message("how?").Id(1).InThread(1),
            A.Message("what have you tried?").Id(2).By("bob").InThread(1).At(Noon.AddMinutes(1)),
            A.Message("all of it").Id(3).InThread(1).At(Noon.AddMinutes(2)),
            A.Message("and the cable?").Id(4).By("eve").InThread(1).At(Noon.AddMinutes(3)));

        Assert.Equal(["general | 1 | - | -", "general | 2 | 1 | 4", "general | 3 | 2 | 4", "general | 4 | 1 | 4"], await database.RowsAsync(TestPipeline.Links));
    }

    [Theory, EachEngine]
    public async Task A_thread_whose_beginning_comes_last_is_linked_as_if_it_had_come_first(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(
            A.Message("what have you tried?").Id(2).By("bob").InThread(1).At(Noon.AddMinutes(1)),
            A.Message("all of it").Id(3).InThread(1).At(Noon.AddMinutes(2)));

        await pipeline.HandleAsync(A.Message("how?").Id(1).InThread(1));

        Assert.Equal(["general | 1 | - | -", "general | 2 | 1 | 4", "general | 3 | 2 | 4"], await database.RowsAsync(TestPipeline.Links));
    }

    [Theory, EachEngine]
    public async Task Position_and_marks_are_committed_with_the_events_that_brought_them(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        var batch = new ChatEventBatch([A.Message("hello").Id(7)])
        {
            Positions = [new SourcePosition("discord/shard/0", "session:12")],
            Marks = [new CompleteUpTo(TestTime.Channel("general"), new MessageId(7))],
        };

        await pipeline.HandleAsync(batch);
        await pipeline.HandleAsync(batch with { Events = [], Positions = [new SourcePosition("discord/shard/0", "session:13")], Marks = [new CompleteUpTo(TestTime.Channel("general"), new MessageId(3))] });

        Assert.Equal(["discord/shard/0 | session:13"], await database.RowsAsync("SELECT source, value FROM positions"));
        Assert.Equal(["7"], await database.RowsAsync("SELECT complete_up_to FROM channels"));
    }

    [Theory, EachEngine]
    public async Task A_batch_that_fails_leaves_nothing_behind_and_can_be_sent_again(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(A.Message("before").Id(1));

        await Assert.ThrowsAnyAsync<Exception>(() => pipeline.HandleAsync(A.Message("good").Id(2).At(Noon.AddMinutes(1)), A.Message(null!).Id(3)));
        Assert.Equal(1, await database.CountAsync("messages"));

        await pipeline.HandleAsync(A.Message("good").Id(2).By("new").At(Noon.AddMinutes(1)));
        Assert.Equal(["before", "good"], await database.RowsAsync("SELECT text FROM messages ORDER BY number"));
    }

    [Theory, EachEngine]
    public async Task An_edit_changes_the_row_and_a_deletion_forgets_the_text(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        var channel = TestTime.Channel("general");

        await pipeline.HandleAsync(
            A.Message("helo").Id(1),
            new MessageEdited(TestTime.Community, Noon.AddMinutes(1), channel) { Id = new MessageId(1), Text = "does anybody know why?" },
            A.Message("secret").Id(2).At(Noon.AddMinutes(1)),
            new MessageDeleted(TestTime.Community, Noon.AddMinutes(2), channel) { Id = new MessageId(2) },
            new MessageDeleted(TestTime.Community, Noon.AddMinutes(2), channel) { Id = new MessageId(99) });

        Assert.Equal(
            [$"1 | does anybody know why? | {(int)PostKind.HelpRequest} | {(int)MessageTraits.Edited} | -", $"2 | - | 0 | 0 | {Noon.AddMinutes(2).ToUnixTimeMilliseconds()}"],
            await database.RowsAsync("SELECT number, text, kind, traits, deleted_at FROM messages ORDER BY number"));
    }

    [Theory, EachEngine]
    public async Task A_reaction_is_kept_once_and_one_to_an_unknown_message_is_passed_over(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        ChatEvent Reaction(long message) => new ReactionAdded(TestTime.Community, Noon, TestTime.Channel("general"))
        {
            Message = new MessageId(message), Member = TestTime.Member("bob"), Emoji = "👍",
        };

        await pipeline.HandleAsync(A.Message("look").Id(1), Reaction(1), Reaction(1), Reaction(2));

        Assert.Equal(["👍"], await database.RowsAsync("SELECT emoji FROM reactions"));
    }

    [Theory, EachEngine]
    public async Task Reactions_are_taken_back_one_by_one_by_emoji_or_all(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        ChatEvent React(string member, string emoji) => new ReactionAdded(TestTime.Community, Noon, TestTime.Channel("general"))
        {
            Message = new MessageId(1), Member = TestTime.Member(member), Emoji = emoji,
        };
        ReactionRemoved removed = new(TestTime.Community, Noon, TestTime.Channel("general")) { Message = new MessageId(1) };
        await pipeline.HandleAsync(A.Message("look").Id(1), React("bob", "👍"), React("bob", "✅"), React("eve", "👍"), React("eve", "✅"), React("eve", "🎉"));

        Assert.Single((await pipeline.HandleAsync(removed with { Member = TestTime.Member("bob"), Emoji = "👍" })).Unsettled);
        Assert.Equal(["bob ✅", "eve ✅", "eve 🎉", "eve 👍"], await ReactionsAsync());
        Assert.Empty((await pipeline.HandleAsync(removed with { Member = TestTime.Member("bob"), Emoji = "👍" })).Unsettled);
        Assert.Empty((await pipeline.HandleAsync(removed with { Message = new MessageId(2) })).Unsettled);

        await pipeline.HandleAsync(removed with { Emoji = "✅" });
        Assert.Equal(["eve 🎉", "eve 👍"], await ReactionsAsync());

        Assert.Single((await pipeline.HandleAsync(removed)).Unsettled);
        Assert.Empty(await ReactionsAsync());

        async Task<IEnumerable<string>> ReactionsAsync() =>
            (await database.RowsAsync("SELECT m.platform_id, r.emoji FROM reactions r JOIN members m ON m.id = r.member")).Select(row => row.Replace(" | ", " ", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    [Theory, EachEngine]
    public async Task What_is_told_of_channels_and_members_is_kept(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        ChatEvent Channel(string name, params string[] readers) => new ChannelSeen(TestTime.Community, Noon, TestTime.Channel("c1"))
        {
            Name = name, Visibility = ChannelVisibility.Readers, Readers = [.. readers.Select(TestTime.Member)],
        };

        await pipeline.HandleAsync(Channel("old", "ada", "bob"), Channel("new", "bob", "eve"));
        await pipeline.HandleAsync(new MemberSeen(TestTime.Community, Noon, TestTime.Member("bob")) { Name = "Bob", IsBot = true, JoinedAt = Noon });

        Assert.Equal(["new | 2"], await database.RowsAsync("SELECT name, visibility FROM channels"));
        Assert.Equal(["bob", "eve"], await database.RowsAsync("SELECT m.platform_id FROM channel_readers r JOIN members m ON m.id = r.member ORDER BY m.platform_id"));
        Assert.Equal([$"Bob | 1 | {Noon.ToUnixTimeMilliseconds()}"], await database.RowsAsync("SELECT name, is_bot, joined_at FROM members WHERE platform_id = 'bob'"));
    }

    [Theory, EachEngine]
    public async Task Of_someone_who_opted_out_only_the_link_stays_and_it_still_answers(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(A.Message("anyone?").Id(1).By("ada"), A.Message("hi").Id(2).By("bob").At(Noon.AddMinutes(1)));
        await database.ExecuteAsync("UPDATE members SET opted_out_at = 1 WHERE platform_id = 'bob'");
        await pipeline.RestartAsync();

        await pipeline.HandleAsync(A.Message("ada: my secret answer?").Id(3).By("bob").Mentioning("ada").At(Noon.AddMinutes(2)));

        Assert.Equal(["- | - | 0 | 1"], await database.RowsAsync(
            "SELECT m.author, m.text, m.kind, p.number FROM messages m JOIN counting_links l ON l.message = m.id JOIN messages p ON p.id = l.parent WHERE m.number = 3"));
        Assert.Equal(0, await database.CountAsync("mentions"));
    }

    [Theory, EachEngine]
    public async Task An_id_that_comes_again_with_another_time_is_the_same_message(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);

        var handled = await pipeline.HandleAsync(A.Message("first").Id(1), A.Message("again").Id(1).At(Noon.AddHours(1)));

        Assert.Equal((1, 1), (handled.NewMessages, handled.KnownMessages));
        Assert.Equal(["first"], await database.RowsAsync("SELECT text FROM messages"));
    }

    [Theory, EachEngine]
    public async Task A_deleted_text_does_not_come_back_by_an_edit(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        var channel = TestTime.Channel("general");

        await pipeline.HandleAsync(
            A.Message("secret").Id(1),
            new MessageDeleted(TestTime.Community, Noon.AddMinutes(1), channel) { Id = new MessageId(1) },
            new MessageEdited(TestTime.Community, Noon.AddMinutes(2), channel) { Id = new MessageId(1), Text = "secret two" });

        Assert.Equal(["-"], await database.RowsAsync("SELECT text FROM messages"));
    }

    [Theory, EachEngine]
    public async Task A_late_message_does_not_undo_the_link_of_someone_who_opted_out(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(A.Message("hi").Id(1).By("bob").At(Noon.AddDays(-1)));
        await database.ExecuteAsync("UPDATE members SET opted_out_at = 1 WHERE platform_id = 'bob'");
        await pipeline.RestartAsync();
        await pipeline.HandleAsync(A.Message("anyone?").Id(10).At(Noon), A.Message("ada: me").Id(12).By("bob").Mentioning("ada").At(Noon.AddMinutes(2)));

        await pipeline.HandleAsync(A.Message("late").Id(11).By("eve").At(Noon.AddMinutes(1)));

        Assert.Contains("general | 12 | 10 | 1", await database.RowsAsync(TestPipeline.Links));
    }
}
