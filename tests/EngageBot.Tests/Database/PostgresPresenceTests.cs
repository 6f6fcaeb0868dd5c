using EngageBot.TestKit;

namespace EngageBot.Tests.Database;

public sealed class PostgresPresenceTests
{
    [PostgresFact]
    public async Task The_store_is_tested_on_PostgreSQL_too()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Postgres);
        Assert.Contains("PostgreSQL", (await database.RowsAsync("SELECT version()"))[0], StringComparison.Ordinal);
    }
}
