using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;

namespace EngageBot.Database;

/// <summary>Rows that one statement adds: a list of values for each of its parameters.</summary>
internal sealed class ManyRows(HotSql sql)
{
    private readonly Column[] _columns = [.. sql.Parameters.Select(parameter => ColumnOf(parameter.Type))];
    private readonly HashSet<Question> _keys = [];

    /// <returns>False where there is one of the same key already: one statement must not change a row twice.</returns>
    public bool TryAdd(ReadOnlySpan<object?> values)
    {
        if (sql.KeyLength > 0 && !_keys.Add(new Question(sql, values[..sql.KeyLength].ToArray())))
        {
            return false;
        }

        for (var place = 0; place < values.Length; place++)
        {
            _columns[place].Add(values[place]);
        }

        return true;
    }

    /// <summary>Gives the lists to a statement; they must not change until it has run.</summary>
    public void Bind(DbBatchCommand command)
    {
        for (var place = 0; place < _columns.Length; place++)
        {
            command.Parameters[place].Value = _columns[place].Values;
        }
    }

    public void Clear()
    {
        _keys.Clear();
        foreach (var column in _columns)
        {
            column.Clear();
        }
    }

    private static Column ColumnOf(DbType type) => type switch
    {
        DbType.Int64 => new Column<long?>(value => value is null ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        DbType.Int32 => new Column<int?>(value => value is null ? null : Convert.ToInt32(value, CultureInfo.InvariantCulture)),
        DbType.Double => new Column<double?>(value => value is null ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        DbType.String => new Column<string?>(value => (string?)value),
        DbType.Binary => new Column<byte[]?>(value => (byte[]?)value),
        _ => throw new UnreachableException(type.ToString()),
    };

    private abstract class Column
    {
        public abstract object Values { get; }

        public abstract void Add(object? value);

        public abstract void Clear();
    }

    private sealed class Column<T>(Func<object?, T> of) : Column
    {
        private readonly List<T> _values = [];

        public override object Values => _values;

        public override void Add(object? value) => _values.Add(of(value));

        public override void Clear() => _values.Clear();
    }
}
