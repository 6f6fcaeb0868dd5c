using System.Data;
using System.Data.Common;

namespace EngageBot.Host.Storage;

/// <summary>A column, by the type that it is declared with.</summary>
internal sealed record TableColumn(string Name, string Declared)
{
    /// <summary>32 bits wide on PostgreSQL.</summary>
    public bool IsShort => Declared == "INTEGER";

    public DbType Type => Declared switch
    {
        "BIGINT" or "INTEGER" => DbType.Int64,
        "DOUBLE PRECISION" => DbType.Double,
        "BYTEA" => DbType.Binary,
        "TEXT" => DbType.String,
        _ => throw new InvalidOperationException($"{Name} is of the type {Declared}, which nobody knows how to copy."),
    };

    /// <summary>A value of it; null for NULL. What one store calls an integer of 32 bits the other one calls one of 64.</summary>
    public object? Read(DbDataReader row, int place) => row.IsDBNull(place) ? null : Type switch
    {
        DbType.Int64 => row.GetInt64(place),
        DbType.Double => row.GetDouble(place),
        DbType.Binary => row.GetFieldValue<byte[]>(place),
        _ => row.GetString(place),
    };
}
