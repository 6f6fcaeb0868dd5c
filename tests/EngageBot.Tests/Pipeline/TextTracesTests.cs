using EngageBot.Chat;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Pipeline;

public sealed class TextTracesTests
{
    private const string Advertisement = "🎉 GIVEAWAY 🎉 Follow us, like and retweet, tag 3 friends to win one of 10 free whitelist spots: https://birds.example/win";
    private const string Traces = "SELECT m.number, CASE WHEN m.promotion > 500 THEN 1 ELSE 0 END, CASE WHEN m.sketch IS NULL THEN 0 ELSE 1 END, d.domain FROM messages m LEFT JOIN link_domains d ON d.message = m.id ORDER BY m.number, d.domain";

    [Theory, EachEngine]
    public async Task Of_a_text_its_score_sketch_and_domains_are_kept(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);

        await pipeline.HandleAsync(A.Message(Advertisement + " https://nests.example").Id(1), A.Message("good morning").Id(2));

        Assert.Equal(["1 | 1 | 1 | birds.example", "1 | 1 | 1 | nests.example", "2 | 0 | 0 | -"], await database.RowsAsync(Traces));
    }

    [Fact]
    public async Task What_replies_to_somebody_is_not_scored_and_its_links_are_kept()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database);

        await pipeline.HandleAsync(A.Message("where?").Id(1).By("bob"), A.Message(Advertisement).Id(2).ReplyingTo(1).At(TestTime.Noon.AddMinutes(1)));

        Assert.Equal(["1 | - | -", "2 | - | birds.example"], await database.RowsAsync("SELECT m.number, m.promotion, d.domain FROM messages m LEFT JOIN link_domains d ON d.message = m.id ORDER BY m.number"));
    }

    [Theory]
    [InlineData(MessageTraits.Bot), InlineData(MessageTraits.Webhook), InlineData(MessageTraits.System)]
    public async Task Of_what_no_person_wrote_nothing_is_kept(MessageTraits traits)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database);

        await pipeline.HandleAsync(
            A.Message(Advertisement).Id(1).With(traits),
            new MessageEdited(TestTime.Community, TestTime.Noon, TestTime.Channel("general")) { Id = new MessageId(1), Text = Advertisement + " !" });

        Assert.Equal(["1 | 0 | 0 | -"], await database.RowsAsync(Traces));
    }

    [Theory, EachEngine]
    public async Task Of_someone_who_opted_out_nothing_is_kept_and_no_edit_brings_it(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(A.Message("hi").Id(1).By("bob"));
        await database.ExecuteAsync("UPDATE members SET opted_out_at = 1 WHERE platform_id = 'bob'");
        await pipeline.RestartAsync();

        await pipeline.HandleAsync(
            A.Message(Advertisement).Id(2).By("bob").At(TestTime.Noon.AddMinutes(1)),
            new MessageEdited(TestTime.Community, TestTime.Noon.AddMinutes(2), TestTime.Channel("general")) { Id = new MessageId(2), Text = Advertisement });

        Assert.Equal(["1 | 0 | 0 | -", "2 | 0 | 0 | -"], await database.RowsAsync(Traces));
    }

    [Theory, EachEngine]
    public async Task An_edit_changes_them_and_a_deletion_forgets_them(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        var channel = TestTime.Channel("general");

        await pipeline.HandleAsync(
            A.Message(Advertisement).Id(1),
            A.Message(Advertisement).Id(2).At(TestTime.Noon.AddMinutes(1)),
            new MessageEdited(TestTime.Community, TestTime.Noon.AddMinutes(2), channel) { Id = new MessageId(1), Text = "see https://docs.example.org and https://example.net" },
            new MessageDeleted(TestTime.Community, TestTime.Noon.AddMinutes(2), channel) { Id = new MessageId(2) });

        Assert.Equal(["1 | 0 | 0 | example.net", "1 | 0 | 0 | example.org", "2 | 0 | 0 | -"], await database.RowsAsync(Traces));
    }
}
