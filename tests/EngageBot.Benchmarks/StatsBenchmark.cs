using System.CommandLine;
using System.Diagnostics;
using Dapper;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.History;
using EngageBot.Host.Storage;
using EngageBot.ReplyGraph;
using EngageBot.Stats.Daily;

namespace EngageBot.Benchmarks;

/// <summary>What members wait for the figures of a community with a million messages.</summary>
internal static class StatsBenchmark
{
    private const int Runs = 50;

    public static Command Command()
    {
        var messages = new Option<long>("--messages") { Description = "How many.", DefaultValueFactory = _ => 1_000_000 };
        var folder = new Option<string?>("--folder") { Description = "Where to keep the history and the database, for the next time; a temporary one otherwise." };
        var resolver = new Option<ResolverKind>("--resolver") { Description = "The model, or the rules." };
        var command = new Command("stats", "The figures of 28 days and the 28 before, of a community with a million messages.") { messages, folder, resolver };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(messages), parsed.GetValue(folder), parsed.GetValue(resolver), cancellationToken));
        return command;
    }

    private static async Task RunAsync(long messages, string? folder, ResolverKind resolver, CancellationToken cancellationToken)
    {
        var temporary = folder is null ? Directory.CreateTempSubdirectory("engagebot-bench-").FullName : null;
        folder ??= temporary!;
        Directory.CreateDirectory(folder);
        try
        {
            await using var database = new SqliteDataSource(Path.Combine(folder, $"stats-{messages}.db"));
            await Migrator.MigrateAsync(database, cancellationToken);
            await FillAsync(database, folder, messages, resolver, cancellationToken);
            await MeasureAsync(database, cancellationToken);
        }
        finally
        {
            if (temporary is not null)
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    /// <summary>The made history, read into a database that is empty, with its days packed.</summary>
    public static async Task FillAsync(SqliteDataSource database, string folder, long messages, ResolverKind resolver, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM messages") == 0)
        {
            var history = Path.Combine(folder, $"made-{messages}.jsonl");
            await MadeHistory.WriteAsync(history, messages);
            await new Replay(database, new ReplayOptions { Resolver = resolver }).RunAsync(HistoryReaders.Open(history, new HistoryOptions()), progress: null, cancellationToken);
            await connection.ExecuteAsync($"UPDATE channels SET visibility = {(int)ChannelVisibility.Everyone}");
        }

        var watch = Stopwatch.StartNew();
        var days = await new DayKeeper(database).RunOnceAsync(DateTimeOffset.MaxValue, cancellationToken);
        var bytes = await connection.ExecuteScalarAsync<long>("SELECT SUM(LENGTH(lines)) FROM figure_days");
        Console.WriteLine($"packed              {days:N0} days of channels in {watch.Elapsed.TotalSeconds:F1} s; {bytes / 1_048_576.0:F1} MiB, {(double)bytes / messages:F1} bytes a message");
    }

    private static async Task MeasureAsync(SqliteDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (platform, id) = await connection.QuerySingleAsync<(int Platform, string Id)>("SELECT platform, platform_id FROM communities");
        var now = DateTimeOffset.FromUnixTimeMilliseconds(await connection.ExecuteScalarAsync<long>("SELECT MAX(at) FROM messages"));
        var reader = new LiveFiguresReader(database, RulesBook.Fixed(new CommunityRules()));
        var scope = new LiveScope(new CommunityId((Platform)platform, id), Channel: null, TimeSpan.FromDays(28), now);
        await MeasureAsync("all days packed", _ => Task.CompletedTask, reader, scope, cancellationToken);
        // As while people write: today's messages came since they were packed last.
        await MeasureAsync("today not packed", stop => connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO stale_days (channel, day, changes) SELECT channel, day, 1 FROM figure_days WHERE day >= @day ON CONFLICT (channel, day) DO NOTHING",
            new { day = (now.ToUnixTimeMilliseconds() / 86_400_000) - 1 }, cancellationToken: stop)), reader, scope, cancellationToken);
    }

    private static async Task MeasureAsync(string name, Func<CancellationToken, Task> before, LiveFiguresReader reader, LiveScope scope, CancellationToken cancellationToken)
    {
        List<double> times = [];
        LiveFigures? figures = null;
        for (var run = 0; run <= Runs; run++)
        {
            await before(cancellationToken);
            var watch = Stopwatch.StartNew();
            figures = await reader.ReadAsync(scope, cancellationToken);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine($"first               {times[0]:F0} ms, {figures!.Now.Messages:N0} messages, {figures.Now.Posts.Posts:N0} posts, {figures.Now.Pairs:N0} pairs, {figures.Now.OpenPosts:N0} open");
        times.RemoveAt(0);
        times.Sort();
        Console.WriteLine($"{name,-19} {times[Runs / 2]:F0} ms at the median, 99% within {times[^1]:F0} ms ({Runs} runs)");
    }
}
