using System.Diagnostics;
using System.Globalization;
using Dapper;
using EngageBot.Host.Storage;
using EngageBot.TestKit;

namespace EngageBot.EndToEndTests;

public sealed class ReplayInterruptionTests : IDisposable
{
    private readonly ProgramRun _program = new();

    [Fact]
    public async Task Interrupted_it_stops_cleanly_and_goes_on_when_run_again()
    {
        var history = _program.Lines(100_000);
        using var process = _program.Start("replay", history, "--database", "r.db", "--report", "r.html");
        var database = _program.Path("r.db-wal");
        var started = Stopwatch.GetTimestamp();
        while (!(File.Exists(database) && new FileInfo(database).Length > 1_000_000))
        {
            Assert.False(process.HasExited || Stopwatch.GetElapsedTime(started) > TestTime.Patience, "It was to be interrupted in the middle.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        using (var interrupt = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await interrupt.WaitForExitAsync();
        }

        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 130, $"{process.ExitCode}: {errors}");
        Assert.Contains("Stopped.", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_program.Path("r.html")));

        var (exitCode, output, _) = await _program.RunAsync("replay", history, "--database", "r.db");
        Assert.Equal(0, exitCode);
        Assert.Contains("100,000 messages", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_at_random_moments_and_run_again_it_holds_each_message_and_link_once()
    {
        var seed = Environment.ProcessId;
        var random = new Random(seed);
        var history = _program.Lines(30_000);
        await _program.RunAsync("replay", history, "--database", "whole.db");
        for (var kill = 0; kill < 4; kill++)
        {
            using var process = _program.Start("replay", history, "--database", "killed.db");
            await Task.Delay(TimeSpan.FromMilliseconds(300 + random.Next(1_500)), TimeProvider.System);
            process.Kill();
            await process.WaitForExitAsync();
        }

        var (exitCode, _, errors) = await _program.RunAsync("replay", history, "--database", "killed.db");

        Assert.True(exitCode == 0, $"seed {seed}: {errors}");
        Assert.Equal(await LinksAsync("whole.db"), await LinksAsync("killed.db"));
    }

    public void Dispose() => _program.Dispose();

    /// <summary>Every message and link, as text.</summary>
    private async Task<IReadOnlyList<string>> LinksAsync(string file)
    {
        await using var database = new SqliteDataSource(_program.Path(file));
        await using var connection = await database.OpenConnectionAsync();
        return [.. await connection.QueryAsync<string>(
            """
            SELECT m.spelled || ' ' || m.text || ' ' || COALESCE(p.spelled, '-') || ' ' || COALESCE(l.source, 0)
            FROM messages m LEFT JOIN links l ON l.message = m.id LEFT JOIN messages p ON p.id = l.parent
            ORDER BY m.spelled, l.source
            """)];
    }
}
