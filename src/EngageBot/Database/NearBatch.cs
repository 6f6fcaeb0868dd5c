using System.Data.Common;

namespace EngageBot.Database;

/// <summary>
/// Statements for a database in this process: there is nothing to be won by sending them together, but they can be run beside the work that goes on. They run one by one, in the order in which they
/// came.
/// </summary>
/// <param name="current">The connection on which they run.</param>
internal sealed class NearBatch(Func<Statements> current) : IStatementBatch
{
    /// <summary>Some hundredths of a millisecond of work: less would cost more to hand over than to do.</summary>
    private const int Enough = 100;

    /// <summary>More are not kept in memory.</summary>
    private const int Most = 500;

    private readonly List<(HotSql Sql, object?[] Values)> _waiting = new(Most);

    public bool IsEmpty => _waiting.Count == 0;

    public bool IsEnough => _waiting.Count >= Enough;

    public bool IsFull => _waiting.Count >= Most;

    public void Add(HotSql sql, ReadOnlySpan<object?> values) => _waiting.Add((sql, values.ToArray()));

    public async Task WriteAsync(DbTransaction? transaction, CancellationToken cancellationToken)
    {
        var statements = current();
        foreach (var (sql, values) in _waiting)
        {
            await statements.Bind(sql, values, transaction).ExecuteNonQueryAsync(cancellationToken);
        }

        _waiting.Clear();
    }

    public async Task<List<List<object[]>>> ReadAsync(DbTransaction? transaction, CancellationToken cancellationToken)
    {
        var statements = current();
        List<List<object[]>> answers = new(_waiting.Count);
        foreach (var (sql, values) in _waiting)
        {
            List<object[]> rows = [];
            await using var reader = await statements.Bind(sql, values, transaction).ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(new object[reader.FieldCount]);
                reader.GetValues(rows[^1]);
            }

            answers.Add(rows);
        }

        _waiting.Clear();
        return answers;
    }

    public ValueTask DisposeAsync() => default;
}
