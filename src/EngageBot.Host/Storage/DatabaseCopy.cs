using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using EngageBot.Database;
using Npgsql;

namespace EngageBot.Host.Storage;

/// <summary>
/// Copies all tables from one database into another of the same version that is empty, and reads both in the same order to compare them value by value. The tables are those of the
/// source: one that a later version brings is copied without anybody thinking of it. What one table fills is committed at once; where the copy is given up, the target is no use.
/// </summary>
/// <param name="progress">Hears of large tables: which, and how many rows so far.</param>
internal sealed class DatabaseCopy(DbDataSource source, DbDataSource target, Action<string, long> progress)
{
    private const string Versions = "schema_version";

    private const int Told = 500_000;

    /// <exception cref="DatabaseException">The target holds something, or a row is not the same there.</exception>
    public async IAsyncEnumerable<CopiedTable> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var from = await source.OpenConnectionAsync(cancellationToken);
        await using var to = await target.OpenConnectionAsync(cancellationToken);
        var names = (await TableShape.NamesAsync(from, cancellationToken)).Where(name => name != Versions).ToList();
        foreach (var name in names)
        {
            if (await NumberAsync(to, $"SELECT COUNT(*) FROM {name}", cancellationToken) > 0)
            {
                throw new DatabaseException($"{ConfiguredDatabase.NameOf(target)} holds something already (in {name}): copy into an empty one.");
            }
        }

        foreach (var name in names)
        {
            var (table, there) = (await TableShape.OfAsync(name, from, cancellationToken), await TableShape.OfAsync(name, to, cancellationToken));
            await CopyAsync(table, there, from, to, cancellationToken);
            yield return new CopiedTable(name, await CompareAsync(table, there, from, to, cancellationToken));
        }
    }

    private async Task CopyAsync(TableShape table, TableShape there, DbConnection from, DbConnection to, CancellationToken cancellationToken)
    {
        await using var read = from.CreateCommand();
        read.CommandText = table.Select(TableShape.IsSqlite(from));
        await using var rows = await read.ExecuteReaderAsync(cancellationToken);
        if (to is NpgsqlConnection server)
        {
            await ImportAsync(table, there, rows, server, cancellationToken);
        }
        else
        {
            await InsertAsync(table, there, rows, to, cancellationToken);
        }
    }

    /// <summary>As PostgreSQL takes many rows quickest (<see href="https://www.npgsql.org/doc/copy.html"/>).</summary>
    private async Task ImportAsync(TableShape table, TableShape there, DbDataReader rows, NpgsqlConnection to, CancellationToken cancellationToken)
    {
        await using var import = await to.BeginBinaryImportAsync($"COPY {there.Name} ({there.Named}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        for (var count = 1L; await rows.ReadAsync(cancellationToken); count++)
        {
            await import.StartRowAsync(cancellationToken);
            for (var place = 0; place < table.Columns.Count; place++)
            {
                var column = there.Columns[place];
                await (table.Columns[place].Read(rows, place) switch
                {
                    null => import.WriteNullAsync(cancellationToken),
                    long number when column.IsShort => import.WriteAsync(checked((int)number), cancellationToken),
                    long number => import.WriteAsync(number, cancellationToken),
                    double number => import.WriteAsync(number, cancellationToken),
                    byte[] bytes => import.WriteAsync(bytes, cancellationToken),
                    var text => import.WriteAsync((string)text, cancellationToken),
                });
            }

            Tell(table, count);
        }

        await import.CompleteAsync(cancellationToken);
    }

    private async Task InsertAsync(TableShape table, TableShape there, DbDataReader rows, DbConnection to, CancellationToken cancellationToken)
    {
        await using var transaction = await to.BeginTransactionAsync(cancellationToken);
        await using var write = to.CreateCommand();
        (write.CommandText, write.Transaction) = (there.Insert, transaction);
        foreach (var column in there.Columns)
        {
            var parameter = write.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = ("@" + column.Name, column.Type);
            write.Parameters.Add(parameter);
        }

        await write.PrepareAsync(cancellationToken);
        for (var count = 1L; await rows.ReadAsync(cancellationToken); count++)
        {
            for (var place = 0; place < table.Columns.Count; place++)
            {
                write.Parameters[place].Value = table.Columns[place].Read(rows, place) ?? DBNull.Value;
            }

            await write.ExecuteNonQueryAsync(cancellationToken);
            Tell(table, count);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private void Tell(TableShape table, long rows)
    {
        if (rows % Told == 0)
        {
            progress(table.Name, rows);
        }
    }

    private static async Task<long> CompareAsync(TableShape table, TableShape there, DbConnection from, DbConnection to, CancellationToken cancellationToken)
    {
        await using var one = from.CreateCommand();
        await using var other = to.CreateCommand();
        one.CommandText = table.Select(TableShape.IsSqlite(from));
        other.CommandText = there.Select(TableShape.IsSqlite(to));
        await using var left = await one.ExecuteReaderAsync(cancellationToken);
        await using var right = await other.ExecuteReaderAsync(cancellationToken);
        for (var rows = 0L; ; rows++)
        {
            var (isLeft, isRight) = (await left.ReadAsync(cancellationToken), await right.ReadAsync(cancellationToken));
            if (isLeft != isRight || (isLeft && !table.AreSame(left, right)))
            {
                throw new DatabaseException($"Row {rows + 1} of {table.Name} is not the same on both sides: the copy is no use. Delete it, and see whether something writes to either.");
            }

            if (!isLeft)
            {
                return rows;
            }
        }
    }

    private static async Task<long> NumberAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
