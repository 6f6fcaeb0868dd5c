using System.CommandLine;
using System.Diagnostics;
using EngageBot.Database;
using EngageBot.History;
using EngageBot.Host.Storage;
using EngageBot.ReplyGraph;
using EngageBot.Reports;

namespace EngageBot.Benchmarks;

/// <summary>A made history end to end: from the file to the committed rows, with plans; and what a report then takes.</summary>
internal static class ReplayBenchmark
{
    public static Command Command()
    {
        var messages = new Option<long>("--messages") { Description = "How many.", DefaultValueFactory = _ => 1_000_000 };
        var folder = new Option<string?>("--folder") { Description = "Where to keep the history and the database; a temporary one otherwise." };
        var resolver = new Option<ResolverKind>("--resolver") { Description = "The model, or the rules." };
        var command = new Command("replay", "A made history through the pipeline into a database file.") { messages, folder, resolver };
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
            var history = Path.Combine(folder, $"made-{messages}.jsonl");
            if (!File.Exists(history))
            {
                await MadeHistory.WriteAsync(history, messages);
            }

            File.Delete(Path.Combine(folder, "bench.db"));
            await MeasureAsync(history, Path.Combine(folder, "bench.db"), resolver, cancellationToken);
        }
        finally
        {
            if (temporary is not null)
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private static async Task MeasureAsync(string history, string databasePath, ResolverKind resolver, CancellationToken cancellationToken)
    {
        var reading = await ReadingAsync(history, static _ => { }, cancellationToken);
        var resolving = await ReadingAsync(history, new ResolvingLoad(resolver).Take, cancellationToken) - reading;
        await using var database = new SqliteDataSource(databasePath);
        await Migrator.MigrateAsync(database, cancellationToken);
        var allocated = GC.GetTotalAllocatedBytes();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var outcome = await new Replay(database, new ReplayOptions { Resolver = resolver }).RunAsync(HistoryReaders.Open(history, new HistoryOptions()), progress: null, cancellationToken);
        var elapsed = watch.Elapsed;
        var stored = outcome.NewMessages;
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        Console.WriteLine($"messages            {stored:N0} in {elapsed.TotalSeconds:F1} s, {cpu.TotalSeconds:F1} s of processor");
        Console.WriteLine($"database            {new FileInfo(databasePath).Length / 1_048_576.0:N0} MiB");
        Console.WriteLine($"allocated           {allocated / stored:N0} bytes a message");
        var storing = cpu - reading - resolving;
        Console.WriteLine($"reading             {reading.TotalSeconds:F1} s, {100 * reading / cpu:F0}% of processor time");
        Console.WriteLine($"resolving           {resolving.TotalSeconds:F1} s, {100 * resolving / cpu:F0}% (kinds and links, measured by themselves)");
        Console.WriteLine($"storing, planning   {storing.TotalSeconds:F1} s, {100 * storing / cpu:F0}%");
        Console.WriteLine($"peak memory         {PeakMemory():N0} MiB after the replay");
        var memory = GC.GetGCMemoryInfo();
        Console.WriteLine($"managed memory      {memory.TotalCommittedBytes / 1_048_576} MiB committed, {memory.HeapSizeBytes / 1_048_576} MiB used after {GC.CollectionCount(0)} collections");
        watch.Restart();
        var community = outcome.Communities[0].Community;
        var report = await new ReportReader(database, new()).ReadAsync("made", community, outcome, cancellationToken);
        Console.WriteLine($"report              {watch.Elapsed.TotalSeconds:F1} s, {report.Figures.Posts.Posts:N0} posts, {report.NudgesPlanned:N0} nudges planned, {report.Figures.OpenPosts:N0} open");
        Console.WriteLine($"peak memory         {PeakMemory():N0} MiB in all");
        Console.WriteLine($"{stored / elapsed.TotalSeconds:F0} messages/s");
    }

    private static async Task<TimeSpan> ReadingAsync(string history, Action<HistoryItem> take, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await foreach (var item in HistoryReaders.Open(history, new HistoryOptions()).ReadAsync(cancellationToken))
        {
            take(item);
        }

        return watch.Elapsed;
    }

    /// <summary>The largest resident set so far, MiB, as the kernel counts it.</summary>
    private static long PeakMemory() => File.Exists("/proc/self/status")
        ? long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) / 1024
        : Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576;
}
