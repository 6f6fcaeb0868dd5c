using System.Data.Common;
using System.Globalization;
using Dapper;
using EngageBot.Database;
using EngageBot.Host.Storage;
using Npgsql;

namespace EngageBot.Benchmarks.Life;

/// <summary>The database that a life is stored in: a file in a folder, or a schema of its own on a server. What a life before left there goes first, unless that is to go on.</summary>
internal sealed class LifeStore : IAsyncDisposable
{
    private const string Schema = "life";

    /// <summary>What those who only look now and then have for a cache, as in the program, MiB.</summary>
    private const int CacheOfReaders = 4;

    private LifeStore(DbDataSource source, string? file) => (Source, File) = (source, file);

    public DbDataSource Source { get; }

    /// <summary>Null on a server.</summary>
    public string? File { get; }

    /// <param name="folder">Of the file.</param>
    public static async Task<LifeStore> OpenSqliteAsync(string folder, bool goesOn, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "life.db");
        foreach (var old in goesOn ? [] : (string[])[file, file + "-wal", file + "-shm"])
        {
            System.IO.File.Delete(old);
        }

        return await MigratedAsync(new LifeStore(new SqliteDataSource(file, CacheOfReaders), file), cancellationToken);
    }

    /// <param name="connection">How the server is reached.</param>
    public static async Task<LifeStore> OpenPostgresAsync(string connection, bool goesOn, CancellationToken cancellationToken)
    {
        if (!goesOn)
        {
            await using var server = NpgsqlDataSource.Create(connection);
            await using var anew = server.CreateCommand($"DROP SCHEMA IF EXISTS {Schema} CASCADE; CREATE SCHEMA {Schema}");
            await anew.ExecuteNonQueryAsync(cancellationToken);
        }

        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(PostgresSettings.Of(new DatabaseOptions { ConnectionString = connection })) { SearchPath = Schema }.ToString());
        return await MigratedAsync(new LifeStore(source, file: null), cancellationToken);
    }

    /// <summary>What it takes on the disk, MiB: the file, or the tables with their indexes; and its log.</summary>
    public async Task<(double Data, double Log)> SizeAsync(CancellationToken cancellationToken)
    {
        if (File is not null)
        {
            var log = new FileInfo(File + "-wal");
            return (new FileInfo(File).Length / 1_048_576.0, log.Exists ? log.Length / 1_048_576.0 : 0);
        }

        var bytes = await NumberAsync($"SELECT SUM(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = '{Schema}' AND c.relkind = 'r'", cancellationToken);
        return (bytes / 1_048_576.0, 0);
    }

    /// <summary>The tables with the most rows, by their names.</summary>
    public async Task<IReadOnlyList<(string Table, long Rows)>> LargestAsync(CancellationToken cancellationToken)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        var names = await connection.QueryAsync<string>(File is not null ? "SELECT name FROM sqlite_master WHERE type = 'table'" : $"SELECT tablename FROM pg_tables WHERE schemaname = '{Schema}'");
        List<(string Table, long Rows)> tables = [];
        foreach (var name in names)
        {
            tables.Add((name, await NumberAsync($"SELECT COUNT(*) FROM {name}", cancellationToken)));
        }

        return [.. tables.OrderByDescending(table => table.Rows)];
    }

    public async Task<long> NumberAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private static async Task<LifeStore> MigratedAsync(LifeStore store, CancellationToken cancellationToken)
    {
        await Migrator.MigrateAsync(store.Source, cancellationToken);
        return store;
    }
}
