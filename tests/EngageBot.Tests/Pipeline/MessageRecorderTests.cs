using EngageBot.Chat;
using EngageBot.ReplyGraph;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Pipeline;

public sealed class MessageRecorderTests
{
    private const string Links = "SELECT m.number, l.parent, l.probability FROM links l JOIN messages m ON m.id = l.message ORDER BY m.number";

    private static readonly DateTimeOffset Noon = TestTime.Noon;

    [Theory, EachEngine]
    public async Task Who_is_known_as_a_bot_writes_as_one_even_where_the_message_does_not_say(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        var asked = (MessageCreated)A.Message("how do I mount it?").Id(1).By("helper").ToChatEvent();

        await pipeline.HandleAsync(new MemberSeen(asked.Community, Noon, asked.Author) { Name = "helper", IsBot = true }, asked);

        Assert.Equal([$"{MessageTraits.Bot:D} | {PostKind.Chat:D}"], await database.RowsAsync("SELECT traits, kind FROM messages"));
    }

    [Theory, EachEngine]
    public async Task What_comes_over_a_bridge_counts_as_written_by_people_and_nobody_is_asked_there(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { Bridges = ["@Bridge"] });
        await story.HappenAsync(new MemberSeen(TestTime.Community, Noon, TestTime.Member("77")) { Name = "bridge", IsBot = true });
        await story.HappenAsync(new MemberSeen(TestTime.Community, Noon, TestTime.Member("78")) { Name = "feed", IsBot = true });
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help").With(MessageTraits.Webhook).By("77"));
        await story.WriteAsync(A.Message("how do I close it?").Id(2).In("second").By("78"));
        await story.WriteAsync(A.Message("how do I turn it?").Id(3).In("second").By("ada"));
        await story.WriteAsync(A.Message("with a key").Id(4).In("second").ReplyingTo(3).By("77"));
        await story.PassAsync(20);

        Assert.Equal(["1 | 0", "2 | 1", "3 | 0", "4 | 0"], await database.RowsAsync("SELECT number, traits FROM messages WHERE number <= 4 ORDER BY number"));
        var board = Assert.Single(story.Platform.Standing, sent => sent.To is null).Text;
        Assert.Contains("open it", board, StringComparison.Ordinal);
        Assert.DoesNotContain("turn it", board, StringComparison.Ordinal);
        Assert.DoesNotContain("close it", board, StringComparison.Ordinal);
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.To == TestTime.Member("77"));
    }

    [Fact]
    public async Task The_words_of_someone_who_opted_out_change_no_link_neither_before_nor_after_a_restart()
    {
        var (kept, restarted) = (await LinksAsync(restarts: false), await LinksAsync(restarts: true));

        Assert.NotEmpty(kept);
        Assert.Equal(kept, restarted);
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(bool restarts)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database, ResolverKind.Model);
        await pipeline.HandleAsync(A.Message("hi").Id(1).By("bob").In("other"));
        await database.ExecuteAsync("UPDATE members SET opted_out_at = 1 WHERE platform_id = 'bob'");
        await pipeline.RestartAsync();
        await pipeline.HandleAsync(
            A.Message("does the wooden gearbox need oil?").Id(2).By("ada").At(Noon),
            A.Message("the gearbox with the worm drive squeaks without grease").Id(3).By("bob").At(Noon.AddMinutes(1)),
            A.Message("nice weather today").Id(4).By("kim").At(Noon.AddMinutes(2)));
        if (restarts)
        {
            await pipeline.RestartAsync();
        }

        await pipeline.HandleAsync(
            A.Message("a worm drive gearbox squeaks until it has grease").Id(5).By("eve").At(Noon.AddMinutes(3)),
            A.Message("so it squeaks without grease").Id(6).By("ada").At(Noon.AddMinutes(4)));
        return await database.RowsAsync(Links);
    }
}
