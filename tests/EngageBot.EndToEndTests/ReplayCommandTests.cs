using System.IO.Compression;
using System.Text.Json;
using EngageBot.Host.Storage;

namespace EngageBot.EndToEndTests;

public sealed class ReplayCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    [Fact]
    public async Task The_sample_community_is_read_and_it_says_where_to_look()
    {
        var (exitCode, output, errors) = await _program.RunAsync("sample");

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
        var history = _program.Lines(200);

        var (exitCode, output, errors) = await _program.RunAsync("replay", history, "--report", "r.html", "--json", "r.json", "--share", "card.html", "--database", "r.db", "--resolver", "rules");

        Assert.True(exitCode == 0, errors + output);
        Assert.Equal(["card.html", "history.jsonl", "r.db", "r.html", "r.json"], Directory.GetFiles(_program.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(_program.Path("r.json")));
        Assert.Equal(200, json.RootElement.GetProperty("figures").GetProperty("messages").GetInt64());
        Assert.Equal("AT&T <b>\"bold\"</b>", json.RootElement.GetProperty("openPosts")[0].GetProperty("post").GetProperty("author").GetString());
    }

    [Fact]
    public async Task Run_twice_into_one_database_it_gives_the_same_figures()
    {
        var history = _program.Lines(300);
        await _program.RunAsync("replay", history, "--database", "r.db", "--json", "one.json");
        var (_, output, _) = await _program.RunAsync("replay", history, "--database", "r.db", "--json", "two.json");

        Assert.Equal(await File.ReadAllTextAsync(_program.Path("one.json")), await File.ReadAllTextAsync(_program.Path("two.json")));
        Assert.Contains("300 messages were stored already", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_message_is_counted_and_named_and_the_rest_goes_on()
    {
        var history = _program.Lines(50);
        await File.AppendAllTextAsync(history, "{\"id\":\"x\",\"channel\":\"help\",\"at\":\"2015-02-01T00:00:00Z\",\"text\":\"who?\"}\n");

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
    [InlineData("--json", "history.jsonl"), InlineData("--report", "tmp"), InlineData("--share", "history.jsonl"), InlineData("--database", "history.jsonl")]
    public async Task What_is_read_is_never_written_over(string option, string file)
    {
        var history = _program.Lines(5);
        var before = await File.ReadAllTextAsync(history);

        var (exitCode, _, errors) = await _program.RunAsync("replay", history, option, file);

        Assert.Equal(2, exitCode);
        Assert.Matches(@"^engagebot: [^\n]+\n$", errors);
        Assert.Equal(before, await File.ReadAllTextAsync(history));
    }

    [Fact]
    public async Task A_repeated_id_and_impossible_times_are_passed_over()
    {
        var history = _program.Lines(50);
        await File.AppendAllTextAsync(history, """
            {"id":"m7","channel":"help","author":"ada","at":"2016-03-01T00:00:00Z","text":"again"}
            {"id":"x1","channel":"help","author":"ada","at":"9999-12-31T23:59:59Z","text":"late"}
            {"id":"x2","channel":"help","author":"ada","at":"1960-01-01T00:00:00Z","text":"early"}

            """);

        var (exitCode, output, errors) = await _program.RunAsync("replay", history);

        Assert.True(exitCode == 0, errors);
        Assert.Contains("1 message was stored already", output, StringComparison.Ordinal);
        Assert.Contains("help, message x1: its time cannot be right (9999-12-31)", output, StringComparison.Ordinal);
        Assert.Contains("message x2", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"asksPerPots\": 1 }"), InlineData("not json")]
    public async Task Rules_that_cannot_be_used_are_one_line_and_exit_code_2(string rules)
    {
        var (exitCode, _, errors) = await _program.RunAsync("replay", _program.Lines(5), "--rules", _program.Write("rules.json", rules));
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

        var (exitCode, _, errors) = await _program.RunAsync("replay", _program.Lines(5), "--database", "new.db");

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^engagebot: [^\n]*9999[^\n]+\n$", errors);
    }

    [Fact]
    public async Task A_database_in_use_is_said_in_a_sentence()
    {
        var history = _program.Lines(5);
        await _program.RunAsync("replay", history, "--database", "r.db");
        await using var database = new SqliteDataSource(_program.Path("r.db"));
        await using var connection = await database.OpenConnectionAsync();
        await using var writing = await connection.BeginTransactionAsync();

        var (exitCode, _, errors) = await _program.RunAsync("replay", history, "--database", "r.db");

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^engagebot: [^\n]*in use[^\n]+\n$", errors);
    }

    [Fact]
    public async Task Without_a_database_nothing_is_left_behind()
    {
        await _program.RunAsync("replay", _program.Lines(50));
        Assert.Equal(["history.jsonl"], Directory.GetFiles(_program.Folder).Select(Path.GetFileName));
        Assert.Empty(Directory.GetFileSystemEntries(_program.Path("tmp"), "engagebot*"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone_and_said()
    {
        var path = _program.Write("notes.db", "my notes, long enough to be looked at as if they were a database header, and then some more");

        var (exitCode, _, errors) = await _program.RunAsync("replay", _program.Lines(5), "--database", path);

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^engagebot: [^\n]+\n$", errors);
        Assert.StartsWith("my notes", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configured_database_is_used_where_no_file_is_named()
    {
        _program.Write("appsettings.json", "{ \"EngageBot\": { \"Database\": { \"Path\": \"mine/own.db\" } } }");

        var (exitCode, _, errors) = await _program.RunAsync("replay", _program.Lines(5), "--database");

        Assert.True(exitCode == 0, errors);
        Assert.True(File.Exists(_program.Path("mine/own.db")));
    }

    public void Dispose() => _program.Dispose();

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
