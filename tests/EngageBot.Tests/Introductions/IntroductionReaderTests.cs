using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Introductions;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Introductions;

/// <summary>Who could be introduced to whom, from a real store.</summary>
public sealed class IntroductionReaderTests
{
    private static readonly DateTimeOffset Noon = TestTime.Noon;
    private long _number = 1_000;

    [Theory, EachEngine]
    public async Task Two_who_write_about_the_same_thing_are_introduced_with_what_both_may_read(TestEngine engine)
    {
        var pair = Assert.Single(await PairsAsync(engine, [Open("sky"), .. Lines("ada", "sky", "telescope"), .. Lines("bob", "sky", "telescope")]));

        Assert.Equal(("ada", "bob"), (pair.One, pair.Other));
        Assert.Equal(["telescope"], pair.Topics);
        Assert.Equal(["sky"], pair.Channels);
        Assert.Empty(pair.Contacts);
        Assert.Equal("both write about telescope; both are in #sky", pair.Reason);
    }

    [Theory, EachEngine]
    public async Task Whom_both_talked_with_is_named(TestEngine engine)
    {
        ChatEvent[] history =
        [
            Open("sky"), .. Lines("ada", "sky", "telescope"), .. Lines("bob", "sky", "garden"),
            A.Message("good evening").Id(1).By("kim").In("sky").At(Noon),
            A.Message("same to kim").Id(2).By("ada").In("sky").ReplyingTo(1).At(Noon),
            A.Message("thank you").Id(3).By("bob").In("sky").ReplyingTo(1).At(Noon),
        ];

        Assert.Equal(["kim"], Assert.Single(await PairsAsync(engine, history)).Contacts);
    }

    [Fact]
    public async Task Who_replied_to_the_other_even_where_few_read_it_knows_him() => Assert.Empty(await PairsAsync(TestEngine.Sqlite,
    [
        Open("sky"), .. Lines("ada", "sky", "telescope"), .. Lines("bob", "sky", "telescope"),
        A.Message("well").Id(1).By("ada").In("staff").At(Noon),
        A.Message("indeed").Id(2).By("bob").In("staff").ReplyingTo(1).At(Noon),
    ]));

    [Theory, EachEngine]
    public async Task Bots_those_who_opted_out_and_those_long_gone_are_in_no_pair_and_no_reason(TestEngine engine)
    {
        ChatEvent[] history =
        [
            Open("sky"), .. Lines("ada", "sky", "telescope"), .. Lines("bob", "sky", "telescope"), .. Lines("gone", "sky", "telescope", daysAgo: 40),
            .. Lines("out", "sky", "telescope"), .. Lines("bot", "sky", "telescope"),
            A.Message("hello").Id(1).By("out").In("sky").At(Noon),
            A.Message("hello out").Id(2).By("ada").In("sky").ReplyingTo(1).At(Noon),
            A.Message("hey out").Id(3).By("bob").In("sky").ReplyingTo(1).At(Noon),
        ];
        var pair = Assert.Single(await PairsAsync(engine, history, "UPDATE members SET opted_out_at = 1 WHERE platform_id = 'out'", "UPDATE members SET is_bot = 1 WHERE platform_id = 'bot'"));

        Assert.Equal(("ada", "bob"), (pair.One, pair.Other));
        Assert.Empty(pair.Contacts);
    }

    [Theory, EachEngine]
    public async Task From_a_channel_that_not_everybody_reads_no_word_and_no_contact_is_let_out(TestEngine engine)
    {
        ChatEvent[] history =
        [
            Open("sky"), Private("staff", "ada", "bob", "kim"), Private("board", "ada", "kim"),
            .. Lines("ada", "staff", "wedding"), .. Lines("bob", "staff", "wedding"), .. Lines("ada", "board", "divorce"), .. Lines("bob", "board", "divorce"),
            .. Lines("ada", "sky", "telescope"), .. Lines("bob", "sky", "telescope"),
            A.Message("so").Id(1).By("kim").In("board").At(Noon),
            A.Message("so what").Id(2).By("ada").In("board").ReplyingTo(1).At(Noon),
            A.Message("so so").Id(3).By("bob").In("board").ReplyingTo(1).At(Noon),
        ];
        var pair = Assert.Single(await PairsAsync(engine, history));

        // Bob wrote on the board once, and reads it no more.
        Assert.Equal(["telescope"], pair.Topics);
        Assert.Equal(["sky", "staff"], pair.Channels.Order(StringComparer.Ordinal));
        Assert.Empty(pair.Contacts);
    }

    [Fact]
    public async Task A_name_is_no_topic() => Assert.Equal(["telescope"], Assert.Single(await PairsAsync(TestEngine.Sqlite,
    [
        Open("sky"), .. Lines("ada", "sky", "telescope"), .. Lines("bob", "sky", "telescope"),
        .. Lines("ada", "sky", "kimberly"), .. Lines("bob", "sky", "kimberly"), A.Message("hm").By("Kimberly_").In("sky").At(Noon),
    ])).Topics);

    [Fact]
    public async Task Nobody_is_in_more_than_two_pairs()
    {
        var pairs = await PairsAsync(TestEngine.Sqlite, [Open("sky"), .. Enumerable.Range(1, 6).SelectMany(member => Lines($"member {member}", "sky", "telescope"))]);

        Assert.Equal(6, pairs.Count);
        Assert.All(pairs.SelectMany(pair => new[] { pair.One, pair.Other }).CountBy(name => name), member => Assert.Equal(2, member.Value));
    }

    [Fact]
    public async Task One_channel_in_common_is_no_reason() =>
        Assert.Empty(await PairsAsync(TestEngine.Sqlite, [Open("sky"), .. Lines("ada", "sky", "telescope"), .. Lines("bob", "sky", "garden")]));

    [Fact]
    public async Task Nothing_is_looked_through_that_has_an_index()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        foreach (var statement in IntroductionReasons.Statements)
        {
            var sql = statement.Parameters.Aggregate(statement.Text, (text, parameter) => text.Replace("@" + parameter.Name, "1", StringComparison.Ordinal));
            Assert.DoesNotContain(await database.RowsAsync("EXPLAIN QUERY PLAN " + sql), step => step.Contains("SCAN", StringComparison.Ordinal));
        }
    }

    private static ChatEvent Open(string channel) =>
        new ChannelSeen(TestTime.Community, Noon, TestTime.Channel(channel)) { Name = channel, Visibility = ChannelVisibility.Everyone };

    private static ChatEvent Private(string channel, params string[] readers) =>
        new ChannelSeen(TestTime.Community, Noon, TestTime.Channel(channel)) { Name = channel, Visibility = ChannelVisibility.Readers, Readers = [.. readers.Select(TestTime.Member)] };

    /// <summary>Lines that nothing but a word tells apart; each in a thread of its own, so that no rule links them.</summary>
    private IEnumerable<ChatEvent> Lines(string author, string channel, string word, int daysAgo = 0) => Enumerable.Range(0, 4).Select(line =>
    {
        var number = ++_number;
        return (ChatEvent)A.Message($"my {word} is {author}{line}").Id(number).InThread(number).By(author).In(channel).At(Noon.AddDays(-daysAgo).AddMinutes(line));
    }).ToList();

    private static async Task<IReadOnlyList<Introduction>> PairsAsync(TestEngine engine, IEnumerable<ChatEvent> history, params string[] then)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var pipeline = new TestPipeline(database))
        {
            await pipeline.HandleAsync(history);
        }

        foreach (var sql in then)
        {
            await database.ExecuteAsync(sql);
        }

        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        return await new IntroductionReader(session).ReadAsync(TestTime.Community, Noon.AddHours(1).ToUnixTimeMilliseconds(), 10, CancellationToken.None);
    }
}
