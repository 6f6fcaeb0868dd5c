using System.Data.Common;
using EngageBot.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Database;

public sealed class DatabaseFaultsTests
{
    [Theory]
    [InlineData("SQLite Error 5: 'database is locked'.", null, true)]
    [InlineData("SQLite Error 10: 'disk I/O error'.", null, true)]
    [InlineData("SQLite Error 13: 'database or disk is full'.", null, true)]
    [InlineData("SQLite Error 14: 'unable to open database file'.", null, true)]
    [InlineData("SQLite Error 19: 'UNIQUE constraint failed: messages.id'.", null, false)]
    [InlineData("SQLite Error 1: 'no such table: messages'.", null, false)]
    [InlineData("SQLite Error 11: 'database disk image is malformed'.", null, false)]
    [InlineData("SQLite Error 26: 'file is not a database'.", null, false)]
    [InlineData("Failed to connect to 127.0.0.1:5432", null, true)]
    [InlineData("57P01: terminating connection due to administrator command", "57P01", true)]
    [InlineData("57P03: the database system is starting up", "57P03", true)]
    [InlineData("53100: could not extend file: No space left on device", "53100", true)]
    [InlineData("40001: could not serialize access", "40001", true)]
    [InlineData("25006: cannot execute INSERT in a read-only transaction", "25006", true)]
    [InlineData("23505: duplicate key value violates unique constraint", "23505", false)]
    [InlineData("22021: invalid byte sequence for encoding", "22021", false)]
    [InlineData("28P01: password authentication failed for user", "28P01", false)]
    [InlineData("3D000: database \"x\" does not exist", "3D000", false)]
    [InlineData("42P01: relation \"messages\" does not exist", "42P01", false)]
    public void What_passes_is_told_from_what_would_fail_every_time(string message, string? state, bool passes) =>
        Assert.Equal(passes, DatabaseFaults.IsPassing(new Fault(message, state)));

    [Theory, EachEngine]
    public async Task What_the_stores_themselves_say_is_told_apart(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await database.ExecuteAsync("INSERT INTO communities (id, platform, platform_id) VALUES (1, 9, 'one')");
        var twice = await Assert.ThrowsAnyAsync<DbException>(() => database.ExecuteAsync("INSERT INTO communities (id, platform, platform_id) VALUES (1, 9, 'two')"));
        Assert.False(DatabaseFaults.IsPassing(twice), twice.Message);
        var unknown = await Assert.ThrowsAnyAsync<DbException>(() => database.ExecuteAsync("INSERT INTO nowhere (id) VALUES (1)"));
        Assert.False(DatabaseFaults.IsPassing(unknown), unknown.Message);
    }

    private sealed class Fault(string message, string? state) : DbException(message)
    {
        public override string? SqlState => state;
    }
}
