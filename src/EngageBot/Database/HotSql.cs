using System.Data;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EngageBot.Database;

/// <summary>A statement that runs for every message. Its parameters are bound by place, and typed, or PostgreSQL could not prepare it for NULL.</summary>
internal sealed partial class HotSql(string text, params IReadOnlyList<(string Name, DbType Type)> parameters)
{
    public string Text => text;

    /// <summary>The same with parameters by number, as PostgreSQL knows them: there is nothing left to be read in it each time.</summary>
    public string Positional => field ??= NamedParameter().Replace(text, name => $"${PlaceOf(name.Groups["name"].Value) + 1}");

    public IReadOnlyList<(string Name, DbType Type)> Parameters => parameters;

    /// <summary>The same for many rows at once, as PostgreSQL knows it: a list of values for each parameter. Null where it cannot be, or is not worth it.</summary>
    public string? OfMany { get; private init; }

    /// <summary>By so many of the first values a row is told from others: of the same there may be only one among many. 0 where any may be.</summary>
    public int KeyLength { get; private init; }

    /// <summary>Whether rows that are added after it may as well be added before it: it concerns none of them.</summary>
    public bool LetsRowsPass { get; init; }

    /// <summary>Adds a row, together with others where that is quicker: it must not matter in which order rows of this and of other tables are added.</summary>
    /// <param name="onConflict">What becomes of a row that is there; empty where none can be.</param>
    /// <param name="keyLength">By so many of the first columns a row is told from others, where one that is there is changed.</param>
    public static HotSql Insert(string table, string onConflict, int keyLength, params IReadOnlyList<(string Name, DbType Type)> columns)
    {
        var names = string.Join(", ", columns.Select(column => column.Name));
        var lists = string.Join(", ", columns.Select((column, place) => $"${place + 1}::{TypeOf(column.Type)}[]"));
        return new HotSql($"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", columns.Select(column => "@" + column.Name))}) {onConflict}", columns)
        {
            OfMany = $"INSERT INTO {table} ({names}) SELECT * FROM unnest({lists}) {onConflict}",
            KeyLength = keyLength,
        };
    }

    private static string TypeOf(DbType type) => type switch
    {
        DbType.Int64 => "bigint",
        DbType.Int32 => "integer",
        DbType.Double => "double precision",
        DbType.String => "text",
        DbType.Binary => "bytea",
        _ => throw new UnreachableException(type.ToString()),
    };

    private int PlaceOf(string name) => parameters.Index().Single(parameter => parameter.Item.Name == name).Index;

    [GeneratedRegex("@(?<name>[a-z_0-9]+)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NamedParameter();
}
