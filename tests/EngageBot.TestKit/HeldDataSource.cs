using System.Data.Common;

namespace EngageBot.TestKit;

/// <summary>A database that keeps whoever looks at it waiting, and the thread with him, until it is let go.</summary>
public sealed class HeldDataSource(DbDataSource database) : DbDataSource
{
    private readonly ManualResetEventSlim _letGo = new();

    public override string ConnectionString => database.ConnectionString;

    public void LetGo() => _letGo.Set();

    protected override DbConnection CreateDbConnection()
    {
        _letGo.Wait(TestTime.Patience);
        return database.CreateConnection();
    }

    protected override void Dispose(bool disposing)
    {
        _letGo.Set();
        base.Dispose(disposing);
    }
}
