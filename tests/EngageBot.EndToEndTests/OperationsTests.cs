using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Host.Storage;
using EngageBot.Members;
using EngageBot.TestKit;
using Microsoft.Data.Sqlite;

namespace EngageBot.EndToEndTests;

/// <summary>What whoever runs the bot does with it, as they type it.</summary>
public sealed class OperationsTests
{
    [Fact]
    public async Task A_copy_is_whole_private_and_named_once_and_what_it_replaces_is_kept()
    {
        using var program = await FilledAsync();
        var rows = await RowsAsync(program, "data/engagebot.db");
        Assert.Contains("read through and whole", await OutputAsync(program, "backup", "copy.db"), StringComparison.Ordinal);
        await SaysAsync(program, 1, "There is a file copy.db already", "backup", "copy.db");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(program.Path("copy.db")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(program.Path("data/engagebot.db")));
        }

        await ExecuteAsync(program, "DELETE FROM messages");
        var said = await OutputAsync(program, "restore", "copy.db");
        Assert.Contains("is kept as", said, StringComparison.Ordinal);
        Assert.Equal(rows, await RowsAsync(program, "data/engagebot.db"));
        Assert.Equal(0, await NumberAsync(program.Path(Path.Combine("data", "backups", Path.GetFileName(Directory.GetFiles(program.Path("data/backups")).Single()))), "SELECT COUNT(*) FROM messages"));
        Assert.DoesNotContain(Directory.GetFiles(program.Path("data")), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_copy_of_this_program_is_not_put_in_its_place()
    {
        using var program = await FilledAsync();
        var rows = await RowsAsync(program, "data/engagebot.db");
        await SaysAsync(program, 2, "There is no file nowhere.db.", "restore", "nowhere.db");
        program.Write("text.db", new string('x', 5_000));
        await SaysAsync(program, 1, "is damaged, or no database", "restore", "text.db");
        await ExecuteAsync(program.Path("other.db"), "CREATE TABLE cats (name TEXT)");
        await SaysAsync(program, 1, "is no database of EngageBot", "restore", "other.db");
        await OutputAsync(program, "backup", "newer.db");
        await ExecuteAsync(program.Path("newer.db"), "INSERT INTO schema_version (version) VALUES (9999)");
        await SaysAsync(program, 1, "is of version 9999", "restore", "newer.db");
        await OutputAsync(program, "backup", "torn.db");
        await using (var torn = File.OpenWrite(program.Path("torn.db")))
        {
            torn.Seek(20_000, SeekOrigin.Begin);
            await torn.WriteAsync(new byte[60_000]);
        }

        await SaysAsync(program, 1, "torn.db is damaged", "restore", "torn.db");
        Assert.Equal(rows, await RowsAsync(program, "data/engagebot.db"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_copy_takes_the_place_of_what_is_damaged_or_of_a_newer_program(bool isDamaged)
    {
        using var program = await FilledAsync();
        var rows = await RowsAsync(program, "data/engagebot.db");
        await OutputAsync(program, "backup", "copy.db");
        var path = program.Path("data/engagebot.db");
        if (isDamaged)
        {
            File.Delete(path + "-wal");
            await File.WriteAllTextAsync(path, new string('x', 5_000));
        }
        else
        {
            await ExecuteAsync(path, "INSERT INTO schema_version (version) VALUES (9999)");
        }

        Assert.Contains("is kept as", await OutputAsync(program, "restore", "copy.db"), StringComparison.Ordinal);
        Assert.Equal(rows, await RowsAsync(program, "data/engagebot.db"));
    }

    [Fact]
    public async Task Who_was_forgotten_since_is_forgotten_again()
    {
        using var program = await FilledAsync();
        await OutputAsync(program, "backup", "before.db");
        var key = ErasureKey.At(program.Path("data/engagebot.db.key"));
        await using (var database = new SqliteDataSource(program.Path("data/engagebot.db")))
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var ids = connection.CreateCommand();
            ids.CommandText = "SELECT platform, k.platform_id, m.platform_id FROM members m JOIN communities k ON k.id = m.community WHERE m.name = 'bob'";
            await using var bob = await ids.ExecuteReaderAsync();
            Assert.True(await bob.ReadAsync());
            key.Add(key.HmacOf(new MemberId(new CommunityId((Platform)bob.GetInt32(0), bob.GetString(1)), bob.GetString(2))));
        }

        Assert.Contains("1 person who was forgotten is so in it too", await OutputAsync(program, "restore", "before.db"), StringComparison.Ordinal);
        Assert.Equal(0, await NumberAsync(program.Path("data/engagebot.db"), "SELECT COUNT(*) FROM members WHERE name = 'bob'"));
        Assert.Equal(0, await NumberAsync(program.Path("data/engagebot.db"), "SELECT COUNT(*) FROM messages WHERE text = 'like this'"));
    }

    [Fact]
    public async Task An_older_database_is_copied_before_it_is_brought_up_and_the_copy_when_it_is_restored()
    {
        using var program = new ProgramRun();
        Directory.CreateDirectory(program.Path("data"));
        await using (var older = new SqliteDataSource(program.Path("data/engagebot.db")))
        {
            await Migrator.MigrateAsync(older, latest: 20, CancellationToken.None);
        }

        await ExecuteAsync(program, "INSERT INTO positions (source, value) VALUES ('here', '7')");
        await ExecuteAsync(program, "PRAGMA journal_mode = DELETE; PRAGMA auto_vacuum = NONE; VACUUM"); // As it was before files remembered how to give pages back.
        Assert.Equal(0, await NumberAsync(program.Path("data/engagebot.db"), "PRAGMA auto_vacuum"));
        Assert.Contains("version 20; this program's is", await OutputAsync(program, "status"), StringComparison.Ordinal);

        var said = await OutputAsync(program, "migrate");
        Assert.Contains($"was of version 20 and is of version {Migrator.Latest} now", said, StringComparison.Ordinal);
        var copy = Assert.Single(Directory.GetFiles(program.Path("data/backups")));
        Assert.EndsWith($"engagebot-before-{Migrator.Latest:0000}-of-0020.db", copy, StringComparison.Ordinal);
        Assert.Equal(20, await NumberAsync(copy, "SELECT MAX(version) FROM schema_version"));
        Assert.Equal(["here"], await RowsAsync(program, "data/engagebot.db", "SELECT source FROM positions"));
        Assert.Equal(2, await NumberAsync(program.Path("data/engagebot.db"), "PRAGMA auto_vacuum"));
        Assert.Contains("nothing was to be done", await OutputAsync(program, "migrate"), StringComparison.Ordinal);

        await ExecuteAsync(program, "DELETE FROM positions");
        Assert.Contains("(version 20) is the database", await OutputAsync(program, "restore", copy), StringComparison.Ordinal);
        Assert.Equal(["here"], await RowsAsync(program, "data/engagebot.db", "SELECT source FROM positions"));
        Assert.Equal(Migrator.Latest, await NumberAsync(program.Path("data/engagebot.db"), "SELECT MAX(version) FROM schema_version"));
    }

    [Fact]
    public async Task A_migration_that_was_killed_goes_on_where_it_was()
    {
        using var program = new ProgramRun();
        Directory.CreateDirectory(program.Path("data"));
        var random = new Random(7);
        for (var kill = 0; kill < 6; kill++)
        {
            using var migrating = program.Start("migrate");
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(150, 700)), TimeProvider.System);
            migrating.Kill();
            await migrating.WaitForExitAsync();
        }

        await OutputAsync(program, "migrate");
        await using var fresh = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        const string Schema = "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name";
        Assert.Equal(await fresh.RowsAsync(Schema), await RowsAsync(program, "data/engagebot.db", Schema));
    }

    [Fact]
    public async Task Status_tells_what_is_there()
    {
        using var program = await FilledAsync();
        var status = await OutputAsync(program, "status");
        Assert.StartsWith("EngageBot 0.1.0, not running\n", status, StringComparison.Ordinal);
        Assert.Contains($"version {Migrator.Latest}", status, StringComparison.Ordinal);
        Assert.Contains("File: 1 communities, in 0 of which the bot speaks", status, StringComparison.Ordinal);
        Assert.Contains("Messages: 8; the newest 2015-01-05 16:00 UTC; texts since 2015-01-05 12:30 UTC", status, StringComparison.Ordinal);
        await using (await LiveLock.TakeAsync(new SqliteDataSource(program.Path("data/engagebot.db")), CancellationToken.None))
        {
            Assert.StartsWith("EngageBot 0.1.0, running\n", await OutputAsync(program, "status"), StringComparison.Ordinal);
            await SaysAsync(program, 1, "Another EngageBot is running", "restore", "data/engagebot.db");
        }
    }

    [Theory]
    [InlineData("There is no command migrat of engagebot. Did you mean migrate?", "migrat")]
    [InlineData("There is no command frobnicate of engagebot. There are: playground, replay,", "frobnicate")]
    [InlineData("There is no option --reprot of engagebot replay. Did you mean --report?", "replay", "x", "--reprot", "y")]
    [InlineData("engagebot: Required argument 'FILE' missing for command: 'restore'. See: engagebot restore --help", "restore")]
    [InlineData("There is no option --form of engagebot database copy. Did you mean --from?", "database", "copy", "--form", "x", "--to", "y")]
    public async Task A_word_that_means_nothing_is_told_with_what_may_be_meant(string sentence, params string[] arguments)
    {
        using var program = new ProgramRun();
        await SaysAsync(program, 2, sentence, arguments);
    }

    private static async Task<ProgramRun> FilledAsync()
    {
        var program = new ProgramRun();
        Assert.Equal(0, (await program.RunAsync("replay", program.Lines(8), "--database")).ExitCode);
        return program;
    }

    private static async Task<string> OutputAsync(ProgramRun program, params string[] arguments)
    {
        var (exitCode, output, errors) = await program.RunAsync(arguments);
        Assert.True(exitCode == 0, errors);
        return output;
    }

    private static async Task SaysAsync(ProgramRun program, int code, string sentence, params string[] arguments)
    {
        var (exitCode, _, errors) = await program.RunAsync(arguments);
        Assert.Equal(code, exitCode);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(ProgramRun program, string file, string sql = "SELECT id || ' ' || COALESCE(text, '') FROM messages ORDER BY id")
    {
        List<string> rows = [];
        await using var connection = new SqliteConnection($"Data Source={program.Path(file)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static async Task<long> NumberAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static Task ExecuteAsync(ProgramRun program, string sql) => ExecuteAsync(program.Path("data/engagebot.db"), sql);

    private static async Task ExecuteAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
