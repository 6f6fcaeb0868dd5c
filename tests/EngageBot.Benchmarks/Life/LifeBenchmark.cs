using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using EngageBot.Communities;
using EngageBot.Host.Storage;
using EngageBot.ReplyGraph;
using EngageBot.Stats.Daily;

namespace EngageBot.Benchmarks.Life;

/// <summary>
/// A long life: what a year of 200 communities brings, through the pipeline as it runs live, with all that works beside it. The clock goes as fast as the machine can; thirty
/// million messages are a year, fewer are so many days of it.
/// </summary>
internal static class LifeBenchmark
{
    private static readonly TimeSpan FarthestBehind = TimeSpan.FromHours(12);

    public static Command Command()
    {
        var messages = new Option<long>("--messages") { Description = "How many; 82,192 are a day.", DefaultValueFactory = _ => 30_000_000 };
        var communities = new Option<int>("--communities") { Description = "How many.", DefaultValueFactory = _ => 200 };
        var store = new Option<DatabaseProvider>("--store") { Description = "Where they are stored." };
        var folder = new Option<string>("--folder") { Description = "Where the database file is put, and left.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "engagebot-life") };
        var server = new Option<string?>("--server") { Description = "How PostgreSQL is reached; its schema \"life\" is made anew. Left out: ENGAGEBOT_TEST_POSTGRES." };
        var resolver = new Option<ResolverKind>("--resolver") { Description = "The model, or the rules." };
        var line = new Option<long>("--line") { Description = "After so many messages a line is printed.", DefaultValueFactory = _ => 1_000_000 };
        var after = new Option<long>("--after") { Description = "So many were stored there by a run before, as its last line said: this one goes on from there." };
        var command = new Command("life", "A year of 200 communities: messages a second, memory, size of the database, pauses, and stats at the end.") { messages, communities, store, folder, server, resolver, line, after };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var goesOn = parsed.GetValue(after) > 0;
            await using var database = parsed.GetValue(store) == DatabaseProvider.Postgres
                ? await LifeStore.OpenPostgresAsync(parsed.GetValue(server) ?? Environment.GetEnvironmentVariable(TestKit.TestDatabase.PostgresVariable) ?? throw new InvalidOperationException("Name a server (--server)."), goesOn, cancellationToken)
                : await LifeStore.OpenSqliteAsync(parsed.GetValue(folder)!, goesOn, cancellationToken);
            var life = new MadeLife(parsed.GetValue(communities));
            life.Pass(parsed.GetValue(after));
            await RunAsync(database, life, parsed.GetValue(messages), parsed.GetValue(line), parsed.GetValue(resolver), cancellationToken);
        });
        return command;
    }

    private static async Task RunAsync(LifeStore store, MadeLife life, long messages, long line, ResolverKind resolver, CancellationToken cancellationToken)
    {
        var parts = new LifeParts();
        await using var bot = new LifeBot(store, life.Now, resolver, parts);
        var meter = new LifeMeter(store, bot, parts, line, life.Messages);
        try
        {
            if (life.Messages == 0)
            {
                await BeginAsync(bot, life, cancellationToken);
            }

            await LiveAsync(bot, life, messages, parts, meter, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("stopped");
        }

        await meter.EndAsync(life);
        await StatsAsync(store, life);
    }

    /// <summary>The bot comes into all communities, and speaks in all but every fifth.</summary>
    private static async Task BeginAsync(LifeBot bot, MadeLife life, CancellationToken cancellationToken)
    {
        foreach (var (number, community) in life.Communities.Index())
        {
            await bot.ArriveAsync(community.Begin(life.Now), cancellationToken);
            await bot.ListenAsync(life.Now, cancellationToken);
            if (number % 5 != 4)
            {
                await bot.GoLiveAsync(community.Id, cancellationToken);
            }
        }
    }

    /// <summary>While a batch is stored the next one is made and arrives, and beside it figures are prepared and old texts go, at most so far behind.</summary>
    private static async Task LiveAsync(LifeBot bot, MadeLife life, long messages, LifeParts parts, LifeMeter meter, CancellationToken cancellationToken)
    {
        await ArriveAsync(bot, life, parts, cancellationToken);
        var (keeping, since) = (Task.CompletedTask, life.Now);
        while (life.Messages < messages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (now, stored) = (life.Now, life.Messages);
            if (keeping.IsCompleted || now - since > FarthestBehind)
            {
                await parts.TimeAsync("awaiting", () => keeping);
                (keeping, since) = (Task.Run(() => bot.KeepAsync(now, cancellationToken), cancellationToken), now);
            }

            var listening = Task.Run(() => bot.ListenAsync(now, cancellationToken), cancellationToken);
            await ArriveAsync(bot, life, parts, cancellationToken);
            await listening;
            if (keeping.IsCompleted)
            {
                await meter.ApartAsync(() => bot.SpeakAsync(now, cancellationToken));
            }

            await meter.StoredAsync(stored, now);
        }

        await keeping;
    }

    private static Task ArriveAsync(LifeBot bot, MadeLife life, LifeParts parts, CancellationToken cancellationToken) =>
        parts.TimeAsync("arriving", () => bot.ArriveAsync(life.Next(), cancellationToken));

    private static async Task StatsAsync(LifeStore store, MadeLife life)
    {
        var reader = new LiveFiguresReader(store.Source, RulesBook.Fixed(new CommunityRules()));
        foreach (var number in (int[])[1, 2, 10, 50, 100])
        {
            var community = life.Communities[Math.Min(number, life.Communities.Count) - 1];
            List<double> times = [];
            var figures = default(LiveFigures);
            for (var run = 0; run < 50; run++)
            {
                var start = Stopwatch.GetTimestamp();
                figures = await reader.ReadAsync(new LiveScope(community.Id, Channel: null, TimeSpan.FromDays(28), life.Now), CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            var first = times[0];
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"stats of {community.People,6:N0} people, {figures!.Now.Messages,9:N0} messages in 28 days: {times[25]:F0} ms at the median, 99% within {times[^1]:F0} ms, the first {first:F0} ms"));
        }
    }
}
