using System.Data.Common;

namespace EngageBot.TestKit;

/// <summary>A database that cannot be reached for some attempts.</summary>
public sealed class FailingDataSource(DbDataSource database) : DbDataSource
{
    public int FailuresLeft { get; set; }

    /// <summary>The code of the fault; null for a server that does not answer.</summary>
    public string? State { get; init; }

    public override string ConnectionString => database.ConnectionString;

    protected override DbConnection CreateDbConnection() => FailuresLeft-- > 0 ? throw new OutOfReachException(State) : database.CreateConnection();

    private sealed class OutOfReachException(string? state) : DbException("The server is out of reach.")
    {
        public override string? SqlState => state;
    }
}
