using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Dapper;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Storage;
using EngageBot.Pipeline;
using EngageBot.ReplyGraph;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Benchmarks;

/// <summary>
/// From Discord's socket to the committed row: how many messages a second, and, at a steady rate, how long each takes. The messages are made and compressed before
/// the clock starts; they are sent by this process, on the same cores.
/// </summary>
internal static class IngestBenchmark
{
    private const int PacedSeconds = 10;

    public static Command Command()
    {
        var messages = new Option<int>("--messages") { Description = "How many.", DefaultValueFactory = _ => 200_000 };
        var rate = new Option<int>("--rate") { Description = "Messages a second, for the second measurement.", DefaultValueFactory = _ => 5_000 };
        var resolver = new Option<ResolverKind>("--resolver") { Description = "The model, or the rules." };
        var command = new Command("ingest", "Messages a second from Discord's socket to the committed row.") { messages, rate, resolver };
        command.SetAction((arguments, cancellationToken) =>
            RunAsync(arguments.GetValue(messages), arguments.GetValue(rate), arguments.GetValue(resolver), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int messages, int rate, ResolverKind resolver, CancellationToken cancellationToken)
    {
        _ = await MeasureAsync(messages / 2, rate: null, resolver, cancellationToken); // Until the compiler has made what it makes of code that runs for long: a bot runs for weeks.
        var (elapsed, busy, _) = await MeasureAsync(messages, rate: null, resolver, cancellationToken);
        Console.WriteLine(Text($"{messages:N0} messages in {elapsed.TotalSeconds:F1} s, {resolver}; of processor time {busy.TotalMicroseconds / messages:F0} µs each, with the sender's"));
        var (_, _, delays) = await MeasureAsync(rate * PacedSeconds, rate, resolver, cancellationToken);
        Array.Sort(delays);
        Console.WriteLine(Text($"at {rate:N0} a second   {delays[delays.Length / 2]:F0} ms at the median, 99% within {delays[delays.Length * 99 / 100]:F0} ms, all within {delays[^1]:F0} ms"));
        Console.WriteLine(Text($"{messages / elapsed.TotalSeconds:F0} events/s"));
    }

    private static async Task<(TimeSpan Elapsed, TimeSpan Busy, double[] Delays)> MeasureAsync(int messages, int? rate, ResolverKind resolver, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("engagebot-ingest-");
        try
        {
            await using var database = new SqliteDataSource(Path.Combine(folder.FullName, "ingest.db"));
            await Migrator.MigrateAsync(database, cancellationToken);
            return await MeasureAsync(MadeEvents.Make(0, 1, messages), rate, database, resolver, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(TimeSpan Elapsed, TimeSpan Busy, double[] Delays)> MeasureAsync(
        MadeEvents made, int? rate, SqliteDataSource database, ResolverKind resolver, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var sender = new GatewaySender([made]) { Rate = rate };
        var serving = sender.ServeAsync(stop.Token);
        using var client = new DiscordRestClient(Settings.Token, new DiscordRestOptions { BaseAddress = Settings.ApiBaseUrl, ProjectAddress = Settings.ApiBaseUrl, ProjectVersion = "1" }, TimeProvider.System, NullLogger<DiscordRestClient>.Instance);
        using var gateway = new GatewayClient(GatewayOptions(sender), TimeProvider.System, new Random(1), NullLogger<GatewayClient>.Instance);
        var world = new DiscordWorld(Settings, new Snowflake(1), [0], 1, TimeProvider.System);
        var listener = new DiscordListener(gateway, client, world, database, TimeProvider.System, NullLogger<DiscordListener>.Instance);
        // Its clock stands at the time of the messages, so that nothing is planned: what is measured is how they are stored.
        await using var engine = new Engine(new VirtualClock(new Snowflake(1_250_000_000_000_000_000).CreatedAt), database, RulesBook.Fixed(new CommunityRules()), resolver, isLive: true);
        using var worker = new ChatEventWorker(world.Queue, engine, TimeProvider.System, NullLogger<ChatEventWorker>.Instance);
        var commits = new Commits(database, made.Count);
        worker.Committed = commits.Note;
        var listening = listener.RunAsync(stop.Token);
        var working = worker.RunAsync(stop.Token);
        await commits.FirstAsync(listening);
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        sender.Start();
        await Task.WhenAny(commits.All, listening, working);
        var (elapsed, busy) = (watch.Elapsed, Environment.CpuUsage.TotalTime - before);
        await stop.CancelAsync();
        await Task.WhenAll(serving, listening, working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return (elapsed, busy, rate is null ? [] : commits.DelaysSince(sender.SentAt));
    }

    private static DiscordSettings Settings { get; } = new()
    {
        Token = new BotToken("measured"),
        ApiBaseUrl = new Uri("http://127.0.0.1:9/"),
        Shards = ShardRange.Auto,
        MessageContent = true,
        ReadBack = TimeSpan.Zero,
        ReadBackMessages = 0,
        NeedsAnswerTag = string.Empty,
    };

    private static GatewayClientOptions GatewayOptions(GatewaySender sender) => new()
    {
        Token = Settings.Token,
        Intents = DiscordConnection.IntentsOf(messageContent: true),
        Gateway = new GatewayBot { Url = sender.Address, Shards = 1, SessionStartLimit = new SessionStartLimit { Total = 1_000, Remaining = 1_000, MaxConcurrency = 16 } },
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>How much was stored when.</summary>
    private sealed class Commits(SqliteDataSource database, int expected)
    {
        private readonly List<(long Stored, long At)> _seen = [];
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task All => _all.Task;

        public void Note()
        {
            var at = Stopwatch.GetTimestamp();
            using var connection = database.OpenConnection();
            var stored = connection.ExecuteScalar<long?>("SELECT MAX(id) FROM messages") ?? 0;
            _seen.Add((stored, at));
            _first.TrySetResult();
            if (stored >= expected)
            {
                _all.TrySetResult();
            }
        }

        /// <summary>The guild is known.</summary>
        public Task FirstAsync(Task listening) => Task.WhenAny(_first.Task, listening);

        public double[] DelaysSince(long[] sentAt)
        {
            var delays = new double[sentAt.Length];
            var next = 0L;
            foreach (var (stored, at) in _seen)
            {
                for (; next < Math.Min(stored, sentAt.Length); next++)
                {
                    delays[next] = Stopwatch.GetElapsedTime(sentAt[next], at).TotalMilliseconds;
                }
            }

            return delays;
        }
    }
}
