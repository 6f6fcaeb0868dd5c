using System.Data.Common;
using EngageBot.Leases;
using Npgsql;

namespace EngageBot.Host.Storage;

/// <summary>PostgreSQL as a process works with it that has taken over a part of the work: each connection is opened in its name, and none once others have that part.</summary>
internal static class HolderDatabase
{
    /// <param name="connectionString">How it is reached by everybody.</param>
    public static NpgsqlDataSource Open(string connectionString, string holder)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = LeaseStore.ConnectionNameOf(holder) };
        settings.Options = $"{settings.Options} -c {LeaseStore.Setting}={holder}".Trim();
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UsePhysicalConnectionInitializer(connection => CheckAsync(connection, holder).GetAwaiter().GetResult(), connection => CheckAsync(connection, holder));
        return builder.Build();
    }

    private static async Task CheckAsync(DbConnection connection, string holder)
    {
        if (!await LeaseStore.IsThereAsync(connection, holder))
        {
            throw new LeaseLostException("Others have taken over what this process did.");
        }
    }
}
