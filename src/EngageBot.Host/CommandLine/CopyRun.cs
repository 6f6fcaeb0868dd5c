using System.Data.Common;
using EngageBot.Database;
using EngageBot.Host.Configuration;
using EngageBot.Host.Storage;
using EngageBot.Members;
using EngageBot.Pipeline;
using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>Copies one database into another, and looks whether they are the same.</summary>
internal static class CopyRun
{
    private const string Postgres = "postgres";

    public static async Task<int> RunAsync(string from, string to, CancellationToken cancellationToken)
    {
        if (from == to)
        {
            throw new ConfigurationException("--from and --to name the same database.");
        }

        if (from != Postgres && !File.Exists(from))
        {
            throw new ConfigurationException($"There is no file {from}.");
        }

        await using var source = Open(from);
        await using var target = Open(to);
        await using var alone = await LiveLock.TakeAsync(source, cancellationToken);
        await using var aloneThere = await LiveLock.TakeAsync(target, cancellationToken);
        if (await Upgrade.VersionAsync(source, cancellationToken) is var version && version != Migrator.Latest)
        {
            throw new DatabaseException($"{ConfiguredDatabase.NameOf(source)} is of version {version} and this program's is {Migrator.Latest}: run engagebot migrate on it first.");
        }

        await Migrator.MigrateAsync(target, cancellationToken);
        var output = Terminal.Output();
        var rows = 0L;
        await foreach (var table in new DatabaseCopy(source, target, (table, count) => Console.Error.WriteLine($"{table}: {count:N0} rows")).RunAsync(cancellationToken))
        {
            rows += table.Rows;
            output.WriteLine($"{table.Name}: {table.Rows:N0} rows, the same on both sides");
        }

        var key = ErasureKey.At(HostConfiguration.ErasureKeyPath(HostConfiguration.Database().Path));
        await PutBack.ForgetAgainAsync(target, key, cancellationToken);
        output.WriteLine($"{rows:N0} rows were copied from {ConfiguredDatabase.NameOf(source)} to {ConfiguredDatabase.NameOf(target)}, and compared one by one.");
        output.WriteLine($"Set EngageBot:Database:Provider to {(to == Postgres ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite)} before you start the bot.");
        return ExitCode.Done;
    }

    private static DbDataSource Open(string name)
    {
        if (name == Postgres)
        {
            return ConfiguredDatabase.OpenPostgres();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(name))!);
        return new SqliteDataSource(name);
    }
}
