using System.Data.Common;

namespace EngageBot.Database;

/// <summary>The one place where SQLite and PostgreSQL differ: a key column that is the row itself on the one, 64 bits wide on the other.</summary>
internal static class SqlDialect
{
    public static string Adapt(string sql, DbConnection connection) => connection.GetType().Name.StartsWith("Sqlite", StringComparison.Ordinal)
        ? sql
        : sql.Replace("INTEGER PRIMARY KEY", "BIGINT PRIMARY KEY", StringComparison.Ordinal);
}
