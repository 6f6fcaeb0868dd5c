using System.Data.Common;

namespace EngageBot.Host.Storage;

/// <summary>What a table looks like, and how its rows are read in an order that is the same on both stores.</summary>
internal sealed record TableShape(string Name, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>The columns, in the order of their names.</summary>
    public string Named => string.Join(", ", Columns.Select(column => column.Name));

    public string Insert => $"INSERT INTO {Name} ({Named}) VALUES ({string.Join(", ", Columns.Select(column => "@" + column.Name))})";

    public static bool IsSqlite(DbConnection connection) => connection is Microsoft.Data.Sqlite.SqliteConnection;

    public static Task<IReadOnlyList<string>> NamesAsync(DbConnection connection, CancellationToken cancellationToken) => TextsAsync(
        connection,
        IsSqlite(connection)
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename COLLATE \"C\"",
        cancellationToken);

    public static async Task<TableShape> OfAsync(string table, DbConnection connection, CancellationToken cancellationToken)
    {
        var columns = await TextsAsync(
            connection,
            IsSqlite(connection)
                ? $"SELECT name || ' ' || type FROM pragma_table_info('{table}') ORDER BY name"
                : $"SELECT column_name || ' ' || data_type FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = '{table}' ORDER BY column_name COLLATE \"C\"",
            cancellationToken);
        return new TableShape(table, [.. columns.Select(column => column.Split(' ', 2)).Select(column => new TableColumn(column[0], column[1].ToUpperInvariant()))]);
    }

    /// <summary>All rows, by all columns in turn: those that are equal in all of them may change places.</summary>
    public string Select(bool isSqlite) => $"SELECT {Named} FROM {Name} ORDER BY {string.Join(", ", Columns.OrderBy(column => IsKey(column) ? 0 : 1).Select(column => Order(column, isSqlite)))}";

    public bool AreSame(DbDataReader one, DbDataReader other)
    {
        for (var place = 0; place < Columns.Count; place++)
        {
            var (left, right) = (Columns[place].Read(one, place), Columns[place].Read(other, place));
            if (left is byte[] bytes ? right is not byte[] others || !bytes.AsSpan().SequenceEqual(others) : !Equals(left, right))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>First by what most tables have an index on, so that large ones are not sorted.</summary>
    private static bool IsKey(TableColumn column) => column.Name is "id";

    private static string Order(TableColumn column, bool isSqlite) =>
        isSqlite ? $"{column.Name} NULLS FIRST" : column.Declared == "TEXT" ? $"{column.Name} COLLATE \"C\" NULLS FIRST" : $"{column.Name} NULLS FIRST";

    private static async Task<IReadOnlyList<string>> TextsAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        List<string> texts = [];
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
