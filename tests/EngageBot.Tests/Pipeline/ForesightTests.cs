using EngageBot.Chat;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Pipeline;

public sealed class ForesightTests
{
    private static readonly DateTimeOffset Noon = TestTime.Noon;

    /// <summary>Reactions to what is not stored: a batch must be long, or SQLite is asked one by one.</summary>
    private static readonly ChatEvent[] Padding =
        [.. Enumerable.Repeat(new ReactionAdded(TestTime.Community, Noon, TestTime.Channel("general")) { Message = new MessageId(404), Member = TestTime.Member("pat"), Emoji = "tada" }, 300)];

    [Theory, EachEngine]
    public async Task What_is_looked_up_for_a_batch_holds_what_the_batch_changes(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(A.Message("first").Id(1), A.Message("second").Id(2).By("bob"), A.Message("third").Id(3).By("bob"));
        await pipeline.RestartAsync();
        await pipeline.HandleAsync(A.Message("warm").Id(4).By("eve").At(Noon.AddMinutes(1))); // Now the channel is in memory, and its people are not.

        ChannelId channel = TestTime.Channel("general");
        ChatEvent React(long message, string who) => new ReactionAdded(TestTime.Community, Noon.AddMinutes(2), channel) { Message = new MessageId(message), Member = TestTime.Member(who), Emoji = "tada" };
        await pipeline.HandleAsync([
            .. Padding,
            A.Message("fifth").Id(5).By("cyd").ReplyingTo(1).At(Noon.AddMinutes(2)),
            React(5, "dan"),
            new MessageEdited(TestTime.Community, Noon.AddMinutes(2), channel) { Id = new MessageId(5), Text = "fifth, mended" },
            new MessageEdited(TestTime.Community, Noon.AddMinutes(2), channel) { Id = new MessageId(1), Text = "first, mended" },
            new MessageDeleted(TestTime.Community, Noon.AddMinutes(2), channel) { Id = new MessageId(1) },
            new MessageEdited(TestTime.Community, Noon.AddMinutes(3), channel) { Id = new MessageId(1), Text = "too late" },
            React(2, "bob"),
            A.Message("of bob's").Id(9).By("bob").At(Noon.AddMinutes(3)),
            new MemberChoice.ForgetsAll(TestTime.Community, Noon.AddMinutes(3), TestTime.Member("bob")),
            React(3, "bob"),
            new MessageEdited(TestTime.Community, Noon.AddMinutes(3), channel) { Id = new MessageId(3), Text = "not for you" },
            new MessageEdited(TestTime.Community, Noon.AddMinutes(3), channel) { Id = new MessageId(9), Text = "nor this" },
            A.Message("nor this").Id(6).By("bob").At(Noon.AddMinutes(4)),
            A.Message("seventh").Id(7).By("fay").Mentioning("gus", "bob").InThread(2).At(Noon.AddMinutes(5)),
            A.Message("eighth").Id(8).By("gus").InThread(2).At(Noon.AddMinutes(6)),
        ]);

        Assert.Equal(
            ["1 | -", "2 | -", "3 | -", "4 | warm", "5 | fifth, mended", "6 | -", "7 | seventh", "8 | eighth", "9 | -"],
            await database.RowsAsync("SELECT number, text FROM messages ORDER BY number"));
        Assert.Equal(["5 | dan"], await database.RowsAsync("SELECT m.number, w.platform_id FROM reactions r JOIN messages m ON m.id = r.message JOIN members w ON w.id = r.member ORDER BY m.number"));
        Assert.Equal(["7 | gus"], await database.RowsAsync("SELECT m.number, w.platform_id FROM mentions n JOIN messages m ON m.id = n.message JOIN members w ON w.id = n.member ORDER BY m.number"));
        Assert.Equal(0, await database.CountAsync("members WHERE platform_id = 'bob'"));
        Assert.Contains("general | 5 | 1 | 5", await database.RowsAsync(TestPipeline.Links));
    }

    [Theory, EachEngine]
    public async Task What_happens_to_a_message_within_its_own_batch_is_as_if_it_had_come_later(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        ChannelId channel = TestTime.Channel("general");
        ChatEvent React(long message, string who, string emoji) => new ReactionAdded(TestTime.Community, Noon, channel) { Message = new MessageId(message), Member = TestTime.Member(who), Emoji = emoji };
        ReactionRemoved Back(long message, string? who = null) => new(TestTime.Community, Noon, channel) { Message = new MessageId(message), Member = who is null ? null : TestTime.Member(who) };
        await pipeline.HandleAsync(A.Message("first").Id(1), A.Message("second").Id(2), A.Message("third").Id(3), React(1, "dan", "tada"), React(2, "dan", "tada"), React(2, "eve", "tada"));

        var handled = await pipeline.HandleAsync([
            .. Padding,
            Back(1), React(1, "eve", "heart"), // Taken away before it comes.
            Back(2, "dan"), Back(2, "dan"), Back(3),
            A.Message("fourth").Id(4), Back(4), React(4, "dan", "tada"), React(4, "eve", "tada"), Back(4, "eve"),
            A.Message("fifth").Id(5), new MessageDeleted(TestTime.Community, Noon, channel) { Id = new MessageId(5) }, new MessageEdited(TestTime.Community, Noon, channel) { Id = new MessageId(5), Text = "too late" },
            A.Message("sixth").Id(6).By("fay").ReplyingTo(4).InThread(4),
            new MessageEdited(TestTime.Community, Noon, channel) { Id = new MessageId(4), Text = "fourth, mended" },
            A.Message("seventh").Id(7).By("gus").InThread(6), React(7, "eve", "tada"), Back(7, "eve"),
        ]);

        Assert.Equal(["1 | eve", "2 | eve", "4 | dan"], await database.RowsAsync("SELECT m.number, w.platform_id FROM reactions r JOIN messages m ON m.id = r.message JOIN members w ON w.id = r.member ORDER BY m.number"));
        Assert.Equal(["1", "2", "4", "7"], await database.RowsAsync($"SELECT number FROM messages WHERE id IN ({string.Join(", ", handled.Unsettled)}) ORDER BY number"));
        Assert.Equal(["4 | fourth, mended", "5 | -", "6 | sixth", "7 | seventh"], await database.RowsAsync("SELECT number, text FROM messages WHERE number > 3 ORDER BY number"));
        Assert.Equal(["general | 6 | 4 | 5", "general | 7 | 6 | 4"], (await database.RowsAsync(TestPipeline.Links)).Where(link => link.StartsWith("general | 6", StringComparison.Ordinal) || link.StartsWith("general | 7", StringComparison.Ordinal)));
    }
}
