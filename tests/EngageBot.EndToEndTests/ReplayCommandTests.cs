using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Dapper;
using EngageBot.Host.Storage;
using EngageBot.TestKit;

namespace EngageBot.EndToEndTests;

public sealed class ReplayCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    [Fact]
    public async Task With_nothing_configured_it_reads_the_sample_community_and_says_where_to_look()
    {
        var (exitCode, output, errors) = await _program.RunAsync();

        Assert.True(exitCode == 0, errors);
        Assert.Contains("Still waiting", output, StringComparison.Ordinal);
        var report = _program.Path(Path.Combine("data", "sample", "report.html"));
        Assert.Contains("report.html", output, StringComparison.Ordinal);
        Assert.True(File.Exists(report));
        Assert.True(File.Exists(_program.Path(Path.Combine("data", "sample", "sample.db"))));
    }

    [Fact]
    public async Task Every_file_asked_for_is_written_and_nothing_else()
    {
        var history = Lines(200);

        var (exitCode, output, errors) = await _program.RunAsync("replay", history, "--report", "r.html", "--json", "r.json", "--share", "card.html", "--database", "r.db");

        Assert.True(exitCode == 0, errors + output);
        Assert.Equal(["card.html", "history.jsonl", "r.db", "r.html", "r.json"], Directory.GetFiles(_program.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(_program.Path("r.json")));
        Assert.Equal(200, json.RootElement.GetProperty("figures").GetProperty("messages").GetInt64());
        Assert.Equal("AT&T <b>\"bold\"</b>", json.RootElement.GetProperty("openPosts")[0].GetProperty("post").GetProperty("author").GetString());
    }

    [Fact]
    public async Task Run_twice_into_one_database_it_gives_the_same_figures()
    {
        var history = Lines(300);
        await _program.RunAsync("replay", history, "--database", "r.db", "--json", "one.json");
        var (_, output, _) = await _program.RunAsync("replay", history, "--database", "r.db", "--json", "two.json");

        Assert.Equal(await File.ReadAllTextAsync(_program.Path("one.json")), await File.ReadAllTextAsync(_program.Path("two.json")));
        Assert.Contains("300 messages were stored already", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_message_is_counted_and_named_and_the_rest_goes_on()
    {
        var history = Lines(50);
        await File.AppendAllTextAsync(history, "{\"id\":\"x\",\"channel\":\"help\",\"at\":\"2026-02-01T00:00:00Z\",\"text\":\"who?\"}\n");

        var (exitCode, output, errors) = await _program.RunAsync("replay", history);

        Assert.True(exitCode == 0, errors);
        Assert.Contains("history.jsonl, line 51: no author", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", "no such file")]
    [InlineData("unknown", "unknown.txt")]
    [InlineData("empty", "empty.jsonl")]
    [InlineData("broken", "broken.json")]
    [InlineData("truncated", "truncated.zip")]
    [InlineData("climbing", "climbing.zip")]
    [InlineData("emptyzip", "emptyzip.zip")]
    public async Task A_history_that_cannot_be_read_is_one_line_and_exit_code_2_and_leaves_nothing_behind(string kind, string named)
    {
        var path = Bad(kind);
        var before = Directory.GetFiles(_program.Folder).Length;

        var (exitCode, output, errors) = await _program.RunAsync("replay", path, "--report", "r.html", "--json", "r.json", "--share", "c.html");

        Assert.Equal(2, exitCode);
        Assert.Equal(string.Empty, output.Trim());
        Assert.Matches(@"^engagebot: [^\n]+\n$", errors);
        Assert.Empty(Directory.GetFileSystemEntries(_program.Path("tmp"), "engagebot*"));
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(_program.Folder).Length);
    }

    [Theory]
    [InlineData("repaly"), InlineData("replay"), InlineData("replay", "x", "--from", "msn"), InlineData("replay", "x", "--since", "yesterday"), InlineData("replay", "x", "--rulez", "y")]
    public async Task A_command_that_cannot_be_understood_is_exit_code_2_with_a_hint(params string[] arguments)
    {
        var (exitCode, _, errors) = await _program.RunAsync(arguments);
        Assert.Equal(2, exitCode);
        Assert.Contains("--help", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"asksPerPots\": 1 }"), InlineData("not json")]
    public async Task Rules_that_cannot_be_used_are_one_line_and_exit_code_2(string rules)
    {
        var (exitCode, _, errors) = await _program.RunAsync("replay", Lines(5), "--rules", _program.Write("rules.json", rules));
        Assert.Equal(2, exitCode);
        Assert.Matches(@"^engagebot: [^\n]*rules\.json[^\n]+\n$", errors);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_in_a_sentence()
    {
        await using (var database = new SqliteDataSource(_program.Path("new.db")))
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE schema_version (version INTEGER PRIMARY KEY); INSERT INTO schema_version VALUES (9999)";
            await command.ExecuteNonQueryAsync();
        }

        var (exitCode, _, errors) = await _program.RunAsync("replay", Lines(5), "--database", "new.db");

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^engagebot: [^\n]*9999[^\n]+\n$", errors);
    }

    [Fact]
    public async Task A_database_in_use_is_said_in_a_sentence()
    {
        var history = Lines(5);
        await _program.RunAsync("replay", history, "--database", "r.db");
        await using var database = new SqliteDataSource(_program.Path("r.db"));
        await using var connection = await database.OpenConnectionAsync();
        await using var writing = await connection.BeginTransactionAsync();

        var (exitCode, _, errors) = await _program.RunAsync("replay", history, "--database", "r.db");

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^engagebot: [^\n]*in use[^\n]+\n$", errors);
    }

    [Fact]
    public async Task Interrupted_it_stops_cleanly_and_goes_on_when_run_again()
    {
        var history = Lines(60_000);
        using var process = _program.Start("replay", history, "--database", "r.db", "--report", "r.html");
        var database = _program.Path("r.db-wal");
        for (var wait = 0; wait < 200 && !(File.Exists(database) && new FileInfo(database).Length > 1_000_000); wait++)
        {
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
        Assert.Contains("60,000 messages", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_at_random_moments_and_run_again_it_holds_each_message_and_link_once()
    {
        var seed = Environment.ProcessId;
        var random = new Random(seed);
        var history = Lines(30_000);
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

    [Fact]
    public async Task Without_a_database_nothing_is_left_behind()
    {
        await _program.RunAsync("replay", Lines(50));
        Assert.Equal(["history.jsonl"], Directory.GetFiles(_program.Folder).Select(Path.GetFileName));
        Assert.Empty(Directory.GetFileSystemEntries(_program.Path("tmp"), "engagebot*"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone_and_said()
    {
        var path = _program.Write("notes.db", "my notes, long enough to be looked at as if they were a database header, and then some more");

        var (exitCode, _, errors) = await _program.RunAsync("replay", Lines(5), "--database", path);

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^engagebot: [^\n]+\n$", errors);
        Assert.StartsWith("my notes", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configured_database_is_used_where_no_file_is_named()
    {
        _program.Write("appsettings.json", "{ \"EngageBot\": { \"Database\": { \"Path\": \"mine/own.db\" } } }");

        var (exitCode, _, errors) = await _program.RunAsync("replay", Lines(5), "--database");

        Assert.True(exitCode == 0, errors);
        Assert.True(File.Exists(_program.Path("mine/own.db")));
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

    /// <summary>A history in which two people ask, and only one of them is answered.</summary>
    private string Lines(int messages)
    {
        var lines = new StringBuilder();
        for (var number = 1; number <= messages; number++)
        {
            var at = TestTime.Noon.AddMinutes(30 * number).ToString("O", CultureInfo.InvariantCulture);
            var isReply = number % 4 == 2;
            lines.Append(JsonSerializer.Serialize(new
            {
                id = $"m{number}",
                channel = "help",
                author = isReply ? "bob" : number % 4 == 0 ? "AT&T <b>\"bold\"</b>" : "ada",
                at,
                text = isReply ? "like this" : "why does it do that?",
                replyTo = isReply ? $"m{number - 1}" : null,
            })).Append('\n');
        }

        return _program.Write("history.jsonl", lines.ToString());
    }

    private string Bad(string kind)
    {
        switch (kind)
        {
            case "missing":
                return _program.Path("missing");
            case "unknown":
                return _program.Write("unknown.txt", "just some words\nand more\n");
            case "empty":
                return _program.Write("empty.jsonl", string.Empty);
            case "broken":
                return _program.Write("broken.json", "{\"guild\":{\"id\":\"1\",\"name\":\"g\"},\"channel\":{\"id\":\"2\",\"type\":\"GuildTextChat\",\"name\":\"c\"},\"messages\":[{\"id\":\"3\",");
            case "truncated":
                var whole = Zip("whole.zip", "channels.json", "[]");
                var bytes = File.ReadAllBytes(whole);
                File.Delete(whole);
                File.WriteAllBytes(_program.Path("truncated.zip"), bytes[..(bytes.Length / 2)]);
                return _program.Path("truncated.zip");
            case "climbing":
                return Zip("climbing.zip", "../../channels.json", "[]");
            default:
                return Zip("emptyzip.zip", entry: null, string.Empty);
        }
    }

    private string Zip(string name, string? entry, string text)
    {
        using var zip = ZipFile.Open(_program.Path(name), ZipArchiveMode.Create);
        if (entry is not null)
        {
            using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
            writer.Write(text);
        }

        return _program.Path(name);
    }
}
