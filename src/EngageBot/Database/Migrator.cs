using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace EngageBot.Database;

/// <summary>Brings a database up to this program's version: the numbered scripts in <c>Migrations/</c>, each once, each in a transaction of its own.</summary>
public static class Migrator
{
    private const string Prefix = "Migrations/";

    /// <summary>The version that this program writes.</summary>
    public static int Latest { get; } = Scripts().Max(script => script.Version);

    /// <exception cref="DatabaseException">The database was written by a newer program.</exception>
    public static Task MigrateAsync(DbDataSource database, CancellationToken cancellationToken) => MigrateAsync(database, Latest, cancellationToken);

    /// <summary>The same, as an older program did it.</summary>
    internal static async Task MigrateAsync(DbDataSource database, int latest, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY)");
        var version = await VersionAsync(connection);
        if (version > Latest)
        {
            throw new DatabaseException(
                $"The database is of version {version}; this program knows versions up to {Latest}. Use a newer EngageBot, or restore an older backup.");
        }

        foreach (var script in Scripts().Where(script => script.Version > version && script.Version <= latest).OrderBy(script => script.Version))
        {
            await ApplyAsync(connection, script, cancellationToken);
        }
    }

    /// <summary>Whether a database has been migrated at all.</summary>
    public static async Task<bool> IsBegunAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await SqlDialect.HasTableAsync("schema_version", connection, cancellationToken);

    public static async Task<int> VersionAsync(DbConnection connection) =>
        await connection.ExecuteScalarAsync<int?>("SELECT MAX(version) FROM schema_version") ?? 0;

    private static async Task ApplyAsync(DbConnection connection, Script script, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SqlDialect.LockAsync("schema_version", connection, transaction, cancellationToken);
        if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM schema_version WHERE version = @version", new { version = script.Version }, transaction) > 0)
        {
            return; // Another process was at it meanwhile.
        }

        await connection.ExecuteAsync(SqlDialect.Adapt(script.Sql, connection), transaction: transaction);
        await connection.ExecuteAsync("INSERT INTO schema_version (version) VALUES (@version)", new { version = script.Version }, transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IEnumerable<Script> Scripts()
    {
        var assembly = typeof(Migrator).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            yield return new Script(int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), Read(assembly, name));
        }
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private sealed record Script(int Version, string Sql);
}
