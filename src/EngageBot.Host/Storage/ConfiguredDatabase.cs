using System.Data.Common;
using EngageBot.Host.Configuration;
using Npgsql;

namespace EngageBot.Host.Storage;

/// <summary>The database that the operator configured, as all commands open it.</summary>
internal static class ConfiguredDatabase
{
    /// <param name="cache">Of a connection to an embedded one, MiB.</param>
    /// <exception cref="ConfigurationException">A setting cannot be used.</exception>
    public static DbDataSource Open(int cache = SqliteDataSource.LargestCache)
    {
        var options = HostConfiguration.Database();
        if (options.Provider == DatabaseProvider.Postgres)
        {
            return OpenPostgres();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Path))!);
        return new SqliteDataSource(options.Path, cache);
    }

    /// <summary>The server, whichever of both is in use.</summary>
    /// <exception cref="ConfigurationException">None is configured.</exception>
    public static NpgsqlDataSource OpenPostgres() => NpgsqlDataSource.Create(PostgresSettings.Of(HostConfiguration.Database()));

    /// <summary>How the server is reached, with all that the source does not tell any more; null where the database is a file.</summary>
    /// <exception cref="ConfigurationException">A setting cannot be used.</exception>
    public static string? ConnectionString() => HostConfiguration.Database() is { Provider: DatabaseProvider.Postgres } options ? PostgresSettings.Of(options) : null;

    /// <summary>For those who want one that is there already.</summary>
    /// <param name="otherwise">What is said where the embedded one has no file yet; after it comes which.</param>
    /// <exception cref="ConfigurationException">There is none, or a setting cannot be used.</exception>
    public static DbDataSource OpenExisting(string otherwise)
    {
        var options = HostConfiguration.Database();
        return options.Provider == DatabaseProvider.Postgres || File.Exists(options.Path)
            ? Open()
            : throw new ConfigurationException($"{otherwise} (There is no database {options.Path}.)");
    }

    /// <summary>What people are told of where it is: never how one gets in.</summary>
    public static string NameOf(DbDataSource database)
    {
        if (database is SqliteDataSource file)
        {
            return file.Path;
        }

        if (database is not NpgsqlDataSource)
        {
            return "given";
        }

        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return $"{server.Database ?? server.Username} on {server.Host}";
    }
}
