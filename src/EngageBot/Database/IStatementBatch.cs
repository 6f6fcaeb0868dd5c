using System.Data.Common;

namespace EngageBot.Database;

/// <summary>Statements that are gathered and run together, on one connection. Not for several threads.</summary>
internal interface IStatementBatch : IAsyncDisposable
{
    bool IsEmpty { get; }

    /// <summary>It is worth running beside the work that goes on.</summary>
    bool IsEnough { get; }

    /// <summary>It is to be run before more is added.</summary>
    bool IsFull { get; }

    /// <param name="values">One for each parameter of the statement, in their order.</param>
    void Add(HotSql sql, ReadOnlySpan<object?> values);

    /// <summary>Runs all that waits. A fault may be that of any of them: what is to be done about it is the same, as the transaction is lost.</summary>
    Task WriteAsync(DbTransaction? transaction, CancellationToken cancellationToken);

    /// <summary>Runs all that waits.</summary>
    /// <returns>The rows of each, in their order.</returns>
    Task<List<List<object[]>>> ReadAsync(DbTransaction? transaction, CancellationToken cancellationToken);
}
