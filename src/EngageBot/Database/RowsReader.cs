using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace EngageBot.Database;

/// <summary>Rows that were read before, for whoever reads them now: as strict about types as a database that knows one kind of whole number. Columns have no names.</summary>
internal sealed class RowsReader(List<object[]> rows) : DbDataReader
{
    private int _at = -1;

    public override int Depth => 0;

    public override int FieldCount => rows.Count == 0 ? 0 : rows[0].Length;

    public override bool HasRows => rows.Count > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => throw new NotSupportedException();

    public override bool Read() => ++_at < rows.Count;

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override object GetValue(int ordinal) => rows[_at][ordinal];

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override long GetInt64(int ordinal) => Convert.ToInt64(Set(ordinal), CultureInfo.InvariantCulture);

    public override int GetInt32(int ordinal) => Convert.ToInt32(Set(ordinal), CultureInfo.InvariantCulture);

    public override short GetInt16(int ordinal) => Convert.ToInt16(Set(ordinal), CultureInfo.InvariantCulture);

    public override byte GetByte(int ordinal) => Convert.ToByte(Set(ordinal), CultureInfo.InvariantCulture);

    public override double GetDouble(int ordinal) => Convert.ToDouble(Set(ordinal), CultureInfo.InvariantCulture);

    public override float GetFloat(int ordinal) => Convert.ToSingle(Set(ordinal), CultureInfo.InvariantCulture);

    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(Set(ordinal), CultureInfo.InvariantCulture);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override Type GetFieldType(int ordinal) => GetValue(ordinal).GetType();

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override int GetValues(object[] values)
    {
        rows[_at].CopyTo(values, 0);
        return rows[_at].Length;
    }

    public override string GetName(int ordinal) => string.Empty;

    public override int GetOrdinal(string name) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => rows.GetEnumerator();

    /// <summary>Convert would make 0 of NULL.</summary>
    private object Set(int ordinal) => GetValue(ordinal) is var value and not DBNull ? value : throw new InvalidCastException("There is no value in this column.");
}
