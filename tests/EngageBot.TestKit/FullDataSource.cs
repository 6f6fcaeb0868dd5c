using System.Data.Common;
using EngageBot.Host.Storage;
using Microsoft.Data.Sqlite;

namespace EngageBot.TestKit;

/// <summary>An embedded database on a disk on which it may take so many pages and no more.</summary>
/// <param name="pages">0 for as many as it likes.</param>
public sealed class FullDataSource(SqliteDataSource database, long pages) : DbDataSource
{
    private const long AsManyAsItLikes = 4_294_967_294;

    public long Pages { get; set; } = pages;

    public override string ConnectionString => database.ConnectionString;

    protected override DbConnection CreateDbConnection()
    {
        var connection = database.CreateConnection();
        connection.StateChange += (sender, change) =>
        {
            if (change.CurrentState == System.Data.ConnectionState.Open)
            {
                using var limit = ((SqliteConnection)sender!).CreateCommand();
                limit.CommandText = $"PRAGMA max_page_count = {(Pages == 0 ? AsManyAsItLikes : Pages)}";
                limit.ExecuteNonQuery();
            }
        };
        return connection;
    }
}
