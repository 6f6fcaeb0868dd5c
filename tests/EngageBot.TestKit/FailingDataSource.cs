using System.Data.Common;

namespace EngageBot.TestKit;

/// <summary>A database that cannot be reached for some attempts.</summary>
public sealed class FailingDataSource(DbDataSource database) : DbDataSource
{
    public int FailuresLeft { get; set; }

    public override string ConnectionString => database.ConnectionString;

    protected override DbConnection CreateDbConnection() => FailuresLeft-- > 0 ? throw new OutOfReachException() : database.CreateConnection();

    private sealed class OutOfReachException() : DbException("The server is out of reach.");
}
