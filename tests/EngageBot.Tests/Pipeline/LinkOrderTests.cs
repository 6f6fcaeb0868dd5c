using EngageBot.Chat;
using EngageBot.ReplyGraph;
using EngageBot.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Pipeline;

/// <summary>The links of a history are a function of its messages: not of how they were cut into batches, of restarts, or of the order in which they arrived.</summary>
public sealed class LinkOrderTests
{
    private static readonly string[] People = ["ada", "bob", "eve", "kim", "lee"];

    [Theory, InlineData(ResolverKind.Rules), InlineData(ResolverKind.Model)]
    public void Batches_restarts_and_redelivery_do_not_change_the_links(ResolverKind resolver) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(15),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => CheckAsync(seed, resolver, shuffled: false).GetAwaiter().GetResult()));

    [Theory, InlineData(ResolverKind.Rules), InlineData(ResolverKind.Model)]
    public void Messages_that_arrive_late_get_the_links_they_would_have_had_in_time(ResolverKind resolver) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(15),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => CheckAsync(seed, resolver, shuffled: true).GetAwaiter().GetResult()));

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task What_is_deleted_is_forgotten_at_once_not_only_after_a_restart(int seed)
    {
        var random = new Random(seed);
        var batches = WithDeletions(Made(random), random).Chunk(10).ToList();

        var onwards = await LinksAsync(batches, ResolverKind.Model, restart: false);

        Assert.Contains(onwards, row => row.EndsWith(" | 2", StringComparison.Ordinal) || row.Contains(" | 2 | ", StringComparison.Ordinal));
        Assert.Equal(await LinksAsync(batches, ResolverKind.Model, restart: true), onwards);
    }

    /// <summary>The links with their probabilities: these tell of every word that the model still knows.</summary>
    private static async Task<IReadOnlyList<string>> LinksAsync(IEnumerable<ChatEvent[]> batches, ResolverKind resolver, bool restart)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database, resolver);
        foreach (var batch in batches)
        {
            await pipeline.HandleAsync(batch);
            if (restart)
            {
                await pipeline.RestartAsync();
            }
        }

        return await database.RowsAsync("SELECT message, parent, source, probability FROM links ORDER BY message, source");
    }

    /// <summary>Every tenth message of the made history deletes one of the few before it.</summary>
    private static IEnumerable<ChatEvent> WithDeletions(IReadOnlyList<ChatEvent> history, Random random)
    {
        foreach (var (place, happened) in history.Index())
        {
            yield return happened;
            if (place % 10 == 9)
            {
                yield return new MessageDeleted(TestTime.Community, happened.At, TestTime.Channel("general")) { Id = new MessageId(place + 1 - random.Next(5)) };
            }
        }
    }

    private static async Task CheckAsync(int seed, ResolverKind resolver, bool shuffled)
    {
        var random = new Random(seed);
        var history = Made(random);
        var inOrder = await LinksAsync([history], resolver, random, restarts: false);
        Assert.True(inOrder.Count(row => !row.EndsWith("- | -", StringComparison.Ordinal)) > 20, "the made history has hardly any links");
        var arriving = shuffled ? Displaced(history, random) : history;
        var again = await LinksAsync(Cut(arriving, random), resolver, random, restarts: true);
        Assert.Equal(inOrder, again);
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(IEnumerable<ChatEvent[]> batches, ResolverKind resolver, Random random, bool restarts)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database, resolver);
        foreach (var batch in batches)
        {
            await pipeline.HandleAsync(batch);
            if (restarts && random.Next(3) == 0)
            {
                await pipeline.RestartAsync();
                await pipeline.HandleAsync(batch);
            }
        }

        return await database.RowsAsync(TestPipeline.Links);
    }

    /// <summary>Some 250 messages: addressing, going on, threads, replies, at all kinds of pace. No two at the same moment, so that the order is one.</summary>
    private static ChatEvent[] Made(Random random)
    {
        var at = TestTime.Noon;
        List<ChatEvent> history = [];
        for (var number = 1; number <= 250; number++)
        {
            at = at.AddSeconds(1 + (random.Next(10) == 0 ? random.Next(20_000) : random.Next(90)));
            var message = A.Message(random.Next(3) == 0 ? "does it work?" : "it does").Id(number).By(People[random.Next(5)]).At(at);
            message = random.Next(3) == 0 ? message.Mentioning(People[random.Next(5)]) : message;
            message = random.Next(8) == 0 ? message.InThread(1 + random.Next(number)) : message;
            message = random.Next(8) == 0 ? message.ReplyingTo(1 + random.Next(number)) : message;
            history.Add(message);
        }

        return [.. history];
    }

    /// <summary>Stretches of the history change places, as when gaps are filled while live messages go on.</summary>
    private static ChatEvent[] Displaced(ChatEvent[] history, Random random)
    {
        var (from, to) = (random.Next(history.Length / 2), (history.Length / 2) + random.Next(history.Length / 2));
        return random.Next(3) switch
        {
            0 => [.. history[to..], .. history[..from], .. history[from..to]],
            1 => [.. history[..from], .. history[to..], .. history[from..to]],
            _ => [.. history.OrderBy(_ => random.Next())],
        };
    }

    private static IEnumerable<ChatEvent[]> Cut(ChatEvent[] history, Random random)
    {
        for (var at = 0; at < history.Length;)
        {
            var size = Math.Min(1 + random.Next(60), history.Length - at);
            yield return history[at..(at + size)];
            at += size;
        }
    }
}
