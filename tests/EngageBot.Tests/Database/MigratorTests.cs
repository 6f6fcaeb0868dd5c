using EngageBot.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Database;

public sealed class MigratorTests
{
    [Theory, EachEngine]
    public async Task An_empty_database_gets_every_table(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        foreach (var table in new[] { "communities", "channels", "channel_readers", "members", "messages", "mentions", "reactions", "links", "awaited_parents", "positions", "nudges", "link_domains", "member_profiles", "community_words", "community_word_notes" })
        {
            Assert.Equal(0, await database.CountAsync(table));
        }
    }

    [Theory, EachEngine]
    public async Task A_filled_database_is_left_as_it_is(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await database.ExecuteAsync("INSERT INTO positions (source, value) VALUES ('here', '7')");

        await Migrator.MigrateAsync(database.Source, CancellationToken.None);

        Assert.Equal(["here | 7"], await database.RowsAsync("SELECT source, value FROM positions"));
        Assert.Equal([$"{Migrator.Latest}"], await database.RowsAsync("SELECT MAX(version) FROM schema_version"));
    }

    [Theory, EachEngine]
    public async Task A_database_newer_than_the_program_is_refused_and_not_touched(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(engine);
        await database.ExecuteAsync("CREATE TABLE schema_version (version INTEGER PRIMARY KEY)");
        await database.ExecuteAsync("INSERT INTO schema_version (version) VALUES (9999)");

        var refusal = await Assert.ThrowsAsync<DatabaseException>(() => Migrator.MigrateAsync(database.Source, CancellationToken.None));

        Assert.Contains("9999", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(1, await database.CountAsync("schema_version"));
    }

    [Fact]
    public async Task Several_programs_may_read_one_SQLite_file_while_one_writes()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var writer = await database.Source.OpenConnectionAsync();
        await using var transaction = await writer.BeginTransactionAsync();
        await using var insert = writer.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO positions (source, value) VALUES ('a', '1')";
        await insert.ExecuteNonQueryAsync();

        Assert.Equal(0, await database.CountAsync("positions"));
        await transaction.CommitAsync();
        Assert.Equal(1, await database.CountAsync("positions"));
    }
}
