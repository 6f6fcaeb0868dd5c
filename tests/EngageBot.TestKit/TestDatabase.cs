using System.Data.Common;
using Dapper;
using EngageBot.Database;
using EngageBot.Host.Storage;
using Npgsql;

namespace EngageBot.TestKit;

/// <summary>A fresh, migrated database: a SQLite file in a temporary folder, or a schema of its own in the PostgreSQL that tests/run.sh has started.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Names the connection string of a PostgreSQL for tests.</summary>
    public const string PostgresVariable = "ENGAGEBOT_TEST_POSTGRES";

    private readonly string? _folder;
    private readonly string? _schema;

    private TestDatabase(DbDataSource source, string? folder, string? schema)
    {
        Source = source;
        _folder = folder;
        _schema = schema;
    }

    public static string? PostgresConnection => Environment.GetEnvironmentVariable(PostgresVariable);

    public DbDataSource Source { get; }

    /// <summary>How a program of its own gets at it: on PostgreSQL with the schema.</summary>
    public string ConnectionString { get => field ?? Source.ConnectionString; private init; }

    public static async Task<TestDatabase> CreateAsync(TestEngine engine)
    {
        var database = engine == TestEngine.Sqlite ? Sqlite() : await PostgresAsync();
        await Migrator.MigrateAsync(database.Source, CancellationToken.None);
        return database;
    }

    /// <summary>A database without any table.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(TestEngine engine) => engine == TestEngine.Sqlite ? Sqlite() : await PostgresAsync();

    /// <summary>All rows of a table as text, in order, to be compared.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync();
        return [.. (await connection.QueryAsync(sql)).Cast<IDictionary<string, object?>>().Select(row => string.Join(" | ", row.Values.Select(value => value ?? "-")))];
    }

    public async Task<long> CountAsync(string table)
    {
        await using var connection = await Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}");
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    public async ValueTask DisposeAsync()
    {
        if (_schema is not null)
        {
            await ExecuteAsync($"DROP SCHEMA {_schema} CASCADE");
        }

        await Source.DisposeAsync();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static TestDatabase Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("engagebot-test-").FullName;
        return new TestDatabase(new SqliteDataSource(Path.Combine(folder, "test.db")), folder, schema: null);
    }

    private static async Task<TestDatabase> PostgresAsync()
    {
        var schema = $"t_{Guid.NewGuid():N}";
        await using (var admin = NpgsqlDataSource.Create(PostgresConnection!))
        {
            await using var create = admin.CreateCommand($"CREATE SCHEMA {schema}");
            await create.ExecuteNonQueryAsync();
        }

        var connection = new NpgsqlConnectionStringBuilder(PostgresConnection) { SearchPath = schema, MaxPoolSize = 5 }.ToString();
        return new TestDatabase(NpgsqlDataSource.Create(PostgresSettings.Of(new DatabaseOptions { ConnectionString = connection })), folder: null, schema) { ConnectionString = connection };
    }
}
