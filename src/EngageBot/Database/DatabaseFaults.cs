using System.Data.Common;
using System.Globalization;

namespace EngageBot.Database;

/// <summary>
/// Tells what passes (a server that is away, a disk that is full, somebody else who writes) from what would fail every time: a row that cannot be stored, a statement that is wrong, a
/// file that is no database, a name that is not let in. By the codes of <see href="https://sqlite.org/rescode.html"/> and
/// <see href="https://www.postgresql.org/docs/current/errcodes-appendix.html"/>.
/// </summary>
public static class DatabaseFaults
{
    private const string SqlitePrefix = "SQLite Error ";

    /// <summary>Error, corrupt, too big, constraint, mismatch, misuse, not let in, range, no database.</summary>
    private static readonly HashSet<int> SqliteStays = [1, 11, 18, 19, 20, 21, 23, 25, 26];

    /// <summary>Classes: feature, cardinality, data, integrity, not let in, catalog and schema names, syntax and rights, corruption.</summary>
    private static readonly HashSet<string> PostgresStays = ["0A", "21", "22", "23", "28", "3D", "3F", "42", "XX"];

    /// <summary>Whether it is worth trying again.</summary>
    public static bool IsPassing(DbException fault) =>
        fault.SqlState is { Length: 5 } state ? !PostgresStays.Contains(state[..2])
        : SqliteCodeOf(fault.Message) is { } code ? !SqliteStays.Contains(code)
        : true;

    /// <summary>The first line of what the store says.</summary>
    public static string FirstLine(DbException fault) => fault.Message.ReplaceLineEndings("\n").Split('\n')[0];

    private static int? SqliteCodeOf(string message) =>
        message.StartsWith(SqlitePrefix, StringComparison.Ordinal) && message.IndexOf(':', StringComparison.Ordinal) is > 0 and var end
            && int.TryParse(message.AsSpan(SqlitePrefix.Length, end - SqlitePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
}
