namespace EngageBot.Database;

/// <summary>A statement that reads, with the values of its parameters in their order. Two are the same where both are.</summary>
internal sealed class Question(HotSql sql, params object?[] values) : IEquatable<Question>
{
    public HotSql Sql => sql;

    public object?[] Values => values;

    public bool Equals(Question? other) => other is not null && ReferenceEquals(sql, other.Sql) && values.AsSpan().SequenceEqual(other.Values);

    public override bool Equals(object? obj) => Equals(obj as Question);

    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(sql);
        foreach (var value in values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
