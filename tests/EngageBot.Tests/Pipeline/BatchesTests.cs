using System.Globalization;
using EngageBot.Chat;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Pipeline;

/// <summary>What is looked up together, and written beside the work, must make no difference.</summary>
public sealed class BatchesTests
{
    private const int Before = 250;

    private const int Together = 400;

    private static readonly string[] Channels = ["general", "help", "garden"];

    private static readonly string[] Texts =
        ["How do I prune an apple tree?", "in winter, with a sharp saw", "Does anybody know why the soil turns sour?", "lime helps, I think", "thanks, that was it!", "my tomatoes have spots again"];

    private static readonly string[] Compared =
    [
        "SELECT c.platform_id, m.number, w.platform_id, m.thread, m.at, m.kind, m.traits, m.text, m.deleted_at FROM messages m JOIN channels c ON c.id = m.channel JOIN members w ON w.id = m.author ORDER BY m.number",
        TestPipeline.Links,
        "SELECT m.number, w.platform_id, r.emoji FROM reactions r JOIN messages m ON m.id = r.message JOIN members w ON w.id = r.member ORDER BY m.number, w.platform_id, r.emoji",
        "SELECT m.number, n.place, w.platform_id FROM mentions n JOIN messages m ON m.id = n.message JOIN members w ON w.id = n.member ORDER BY m.number, n.place",
    ];

    [Theory, EachEngine]
    public async Task A_batch_does_what_its_events_would_have_done_one_by_one(TestEngine engine)
    {
        foreach (var seed in Enumerable.Range(1, 3))
        {
            await using var whole = await TestDatabase.CreateAsync(engine);
            await using var single = await TestDatabase.CreateAsync(engine);
            var (before, events) = (Chat(new Random(seed), 1, Before), Chat(new Random(-seed), Before + Channels.Length + 1, Before + Together));
            await RunAsync(whole, [before, events]);
            await RunAsync(single, [before, .. events.Select(happened => new[] { happened })]);

            foreach (var rows in Compared)
            {
                Assert.True((await single.RowsAsync(rows)).SequenceEqual(await whole.RowsAsync(rows)), $"seed {seed}: {rows}");
            }

            Assert.True((await ProfilesAsync(single)).SequenceEqual(await ProfilesAsync(whole)), $"seed {seed}: profiles");
        }
    }

    [Theory, EachEngine]
    public async Task A_line_that_is_changed_in_a_batch_counts_for_what_follows_as_it_is_by_then(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync([At(1, "good morning", "eve"), At(2, "How do I prune an apple tree?", "ada")]);
        await pipeline.HandleAsync([new MemberChoice.LeavesOut(TestTime.Community, TestTime.Noon.AddMinutes(3), TestTime.Member("stranger"))]); // What was said is read from the store again.

        await pipeline.HandleAsync(
        [
            new MessageEdited(TestTime.Community, TestTime.Noon.AddMinutes(3), TestTime.Channel("help")) { Id = new MessageId(2), Text = "it is pruned now" },
            At(4, "in winter, with a sharp saw", "bob"),
            .. Enumerable.Range(5, Together).Select(number => A.Message("far away").In("garden").Id(number).By("cid").At(TestTime.Noon.AddMinutes(number)).ToChatEvent()),
        ]);

        Assert.DoesNotContain(await database.RowsAsync("SELECT m.number FROM links l JOIN messages m ON m.id = l.message WHERE l.parent IS NOT NULL AND l.parent <> l.message"), row => row == "4");
    }

    private static ChatEvent At(long number, string text, string author) => A.Message(text).In("help").Id(number).By(author).At(TestTime.Noon.AddMinutes(number)).ToChatEvent();

    /// <summary>After the first batch the program begins anew, and each channel is heard once, so that it is in memory.</summary>
    private static async Task RunAsync(TestDatabase database, IReadOnlyList<IReadOnlyList<ChatEvent>> batches)
    {
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(batches[0]);
        await pipeline.RestartAsync();
        for (var number = Before + 1; number <= Before + Channels.Length; number++)
        {
            await pipeline.HandleAsync(A.Message("good morning").In(ChannelOf(number)).Id(number).By("early").At(AtOf(number)).ToChatEvent());
        }

        foreach (var batch in batches.Skip(1))
        {
            await pipeline.HandleAsync(batch);
        }
    }

    private static async Task<IReadOnlyList<string>> ProfilesAsync(TestDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT w.platform_id, p.profile FROM member_profiles p JOIN members w ON w.id = p.member ORDER BY w.platform_id";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> profiles = [];
        while (await reader.ReadAsync())
        {
            profiles.Add($"{reader.GetString(0)} {Convert.ToHexString((byte[])reader.GetValue(1))}");
        }

        return profiles;
    }

    /// <summary>Messages from one number to another, in channels and threads, and what happens to them and to older ones.</summary>
    private static List<ChatEvent> Chat(Random random, long first, long last)
    {
        List<ChatEvent> events = [];
        for (var number = first; number <= last; number++)
        {
            events.Add(Message(random, number));
            if (random.Next(4) == 0)
            {
                events.Add(Happened(random, number));
            }
        }

        return events;
    }

    private static MessageCreated Message(Random random, long number)
    {
        var message = A.Message(TextOf(random, number)).In(ChannelOf(number)).Id(number).By(WhoOf(random)).At(AtOf(number));
        return random.Next(6) switch
        {
            0 when number > 6 => message.ReplyingTo(EarlierIn(number, random, farthest: 200)).Build(),
            1 or 2 when number > 6 => message.InThread(EarlierIn(number, random, farthest: 200)).Build(),
            3 => message.Mentioning(WhoOf(random)).Build(),
            _ => message.Build(),
        };
    }

    private static ChatEvent Happened(Random random, long number)
    {
        var (earlier, at) = (EarlierIn(number, random, farthest: random.Next(2) == 0 ? 12 : 300), AtOf(number));
        ChannelId channel = TestTime.Channel(ChannelOf(number));
        return random.Next(5) switch
        {
            0 or 1 => new MessageEdited(TestTime.Community, at, channel) { Id = new MessageId(earlier), Text = TextOf(random, number) + " (mended)" },
            2 => new MessageDeleted(TestTime.Community, at, channel) { Id = new MessageId(earlier) },
            3 => new ReactionAdded(TestTime.Community, at, channel) { Message = new MessageId(earlier), Member = TestTime.Member(WhoOf(random)), Emoji = "tada" },
            _ => new ReactionRemoved(TestTime.Community, at, channel) { Message = new MessageId(earlier), Member = null },
        };
    }

    /// <summary>A message of the same channel, that is there by now, or a number that nobody has.</summary>
    private static long EarlierIn(long number, Random random, int farthest) => Math.Max(number - (Channels.Length * random.Next(1, 1 + (farthest / Channels.Length))), number % Channels.Length);

    private static string ChannelOf(long number) => Channels[number % Channels.Length];

    private static string WhoOf(Random random) => string.Create(CultureInfo.InvariantCulture, $"member{random.Next(25)}");

    private static string TextOf(Random random, long number) => string.Create(CultureInfo.InvariantCulture, $"{Texts[random.Next(Texts.Length)]} {number}");

    private static DateTimeOffset AtOf(long number) => TestTime.Noon.AddSeconds(20 * number);
}
