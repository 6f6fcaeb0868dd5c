namespace EngageBot.Evaluation.History;

/// <summary>Hands out keys from 1 on, as the store does.</summary>
internal sealed class Keys<T>
    where T : notnull
{
    private readonly Dictionary<T, long> _keys = [];
    private readonly List<T> _values = [];

    public T this[long key] => _values[(int)key - 1];

    public long Of(T value)
    {
        if (!_keys.TryGetValue(value, out var key))
        {
            _values.Add(value);
            _keys.Add(value, key = _values.Count);
        }

        return key;
    }

    public long? Find(T value) => _keys.TryGetValue(value, out var key) ? key : null;
}
