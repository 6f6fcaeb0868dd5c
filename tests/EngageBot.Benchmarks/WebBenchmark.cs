using System.CommandLine;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using EngageBot.Database;
using EngageBot.Host.Storage;
using EngageBot.ReplyGraph;

namespace EngageBot.Benchmarks;

/// <summary>What moderators wait for their pages in a community with a million messages, what these weigh, and how long it takes until somebody who starts the program sees something.</summary>
internal static partial class WebBenchmark
{

    public static Command Command()
    {
        var messages = new Option<long>("--messages") { Description = "How many.", DefaultValueFactory = _ => 1_000_000 };
        var folder = new Option<string?>("--folder") { Description = "Where to keep the history and the database, for the next time; a temporary one otherwise." };
        var users = new Option<int>("--users") { Description = "Who click at the same time.", DefaultValueFactory = _ => 20 };
        var rounds = new Option<int>("--rounds") { Description = "How often each goes through all pages.", DefaultValueFactory = _ => 8 };
        var pause = new Option<int>("--pause") { Description = "For how long each looks at a page, in milliseconds, on average.", DefaultValueFactory = _ => 1_000 };
        var starts = new Option<int>("--starts") { Description = "How often the Playground is started.", DefaultValueFactory = _ => 5 };
        var command = new Command("web", "The moderators' pages of a community with a million messages, with several at once, and the start of the Playground.") { messages, folder, users, rounds, pause, starts };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var load = new WebLoad(parsed.GetValue(users), parsed.GetValue(rounds), TimeSpan.FromMilliseconds(parsed.GetValue(pause)));
            await PagesAsync(parsed.GetValue(messages), parsed.GetValue(folder), load, cancellationToken);
            await StartAsync(parsed.GetValue(starts), cancellationToken);
        });
        return command;
    }

    private static async Task PagesAsync(long messages, string? folder, WebLoad load, CancellationToken cancellationToken)
    {
        var temporary = folder is null ? Directory.CreateTempSubdirectory("engagebot-bench-").FullName : null;
        folder ??= temporary!;
        Directory.CreateDirectory(folder);
        try
        {
            await using var database = new SqliteDataSource(Path.Combine(folder, $"stats-{messages}.db"), cache: 4);
            await Migrator.MigrateAsync(database, cancellationToken);
            await StatsBenchmark.FillAsync(database, folder, messages, ResolverKind.Rules, cancellationToken);
            await using var site = await WebSite.OpenAsync(database, cancellationToken);
            await load.RunAsync(site, cancellationToken);
        }
        finally
        {
            if (temporary is not null)
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    /// <summary>From the start of the process to the first byte of the page.</summary>
    private static async Task StartAsync(int starts, CancellationToken cancellationToken)
    {
        List<double> times = [];
        for (var run = 0; run < starts; run++)
        {
            times.Add(await OnceAsync(cancellationToken));
        }

        times.Sort();
        if (times.Count > 0)
        {
            Console.WriteLine($"playground          first byte {times[times.Count / 2]:F0} ms after the start of the process at the median, {times[^1]:F0} ms at the most ({starts} starts)");
        }
    }

    private static async Task<double> OnceAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("engagebot-start-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "appsettings.json"), """{ "EngageBot": { "Web": { "Listen": "http://127.0.0.1:0" } } }""", cancellationToken);
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder.FullName, UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(SqliteDataSource).Assembly.Location);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            Uri? address = null;
            while (address is null)
            {
                var line = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The program ended.");
                address = Address().Match(line) is { Success: true } found ? new Uri(found.Value) : null;
            }

            using var socket = new TcpClient();
            await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
            var stream = socket.GetStream();
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"), cancellationToken);
            _ = await stream.ReadAsync(new byte[1], cancellationToken);
            return watch.Elapsed.TotalMilliseconds;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Address();
}
