using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Dapper;
using EngageBot.Discord.Models;
using EngageBot.Host.Storage;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.Benchmarks;

/// <summary>How much memory the bot takes, as a process of its own, in many guilds with many channels, some of which are talking.</summary>
internal static class GuildsBenchmark
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static Command Command()
    {
        var guilds = new Option<int>("--guilds") { Description = "How many.", DefaultValueFactory = _ => 1_000 };
        var channels = new Option<int>("--channels") { Description = "Channels of each.", DefaultValueFactory = _ => 50 };
        var messages = new Option<int>("--messages") { Description = "Messages, spread over all channels.", DefaultValueFactory = _ => 20_000 };
        var command = new Command("guilds", "Memory of the bot in many guilds.") { guilds, channels, messages };
        command.SetAction((arguments, cancellationToken) =>
            RunAsync(arguments.GetValue(guilds), arguments.GetValue(channels), arguments.GetValue(messages), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int guilds, int channels, int messages, CancellationToken cancellationToken)
    {
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        guard.CancelAfter(Longest);
        await using var discord = await LiveDiscord.StartAsync();
        List<(Snowflake Channel, Snowflake Author)> places = [];
        for (var number = 0; number < guilds; number++)
        {
            var guild = discord.World.AddGuild();
            var author = discord.World.AddMember(guild, $"member-{number}");
            places.AddRange(Enumerable.Range(0, channels).Select(_ => (discord.World.AddChannel(guild), author)));
        }

        var folder = Directory.CreateTempSubdirectory("engagebot-guilds-");
        using var bot = Start(discord, folder.FullName);
        try
        {
            await using var database = new SqliteDataSource(Path.Combine(folder.FullName, "data/engagebot.db"));
            var watch = Stopwatch.StartNew();
            await UntilAsync(database, "SELECT COUNT(*) FROM source_notes WHERE name LIKE 'guild/%'", guilds, guard.Token);
            Show($"{guilds:N0} guilds of {channels} channels known after {watch.Elapsed.TotalSeconds:F1} s: {PeakOf(bot)} MiB at the most");
            for (var said = 0; said < messages; said++)
            {
                var (channel, author) = places[(int)((long)said * 7_919 % places.Count)];
                await discord.SayAsync(channel, author, $"does anybody know why number {said} does not print after the update?");
            }

            await UntilAsync(database, "SELECT COUNT(*) FROM messages", messages, guard.Token);
            Show($"{messages:N0} messages stored: {PeakOf(bot)} MiB at the most");
            Console.WriteLine($"{PeakOf(bot)} MiB");
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(LiveDiscord discord, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        var start = new ProcessStartInfo("dotnet", [typeof(SqliteDataSource).Assembly.Location, "run"]) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["EngageBot__Discord__Token"] = "fake-token";
        start.Environment["EngageBot__Discord__ApiBaseUrl"] = discord.Api.ToString();
        var bot = Process.Start(start)!;
        bot.OutputDataReceived += static (_, _) => { };
        bot.BeginOutputReadLine();
        return bot;
    }

    private static async Task UntilAsync(SqliteDataSource database, string sql, long count, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        while (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'source_notes'") == 0
            || await connection.ExecuteScalarAsync<long>(sql) < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>The largest resident set so far, MiB, as the kernel counts it.</summary>
    private static long PeakOf(Process process) =>
        long.Parse(File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;

    private static void Show(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
