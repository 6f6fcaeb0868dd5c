namespace EngageBot.ReplyGraph;

/// <summary>Values by their keys, of which those used longest ago go when there are too many. Not for several threads.</summary>
/// <param name="capacity">The most that are kept.</param>
internal sealed class Recent<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : class
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _byUse = [];

    /// <summary>Null where it is not there. It is the one used last then.</summary>
    public TValue? Find(TKey key)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            return null;
        }

        if (node != _byUse.First)
        {
            _byUse.Remove(node);
            _byUse.AddFirst(node);
        }

        return node.Value.Value;
    }

    public void Add(TKey key, TValue value)
    {
        _nodes.Add(key, _byUse.AddFirst((key, value)));
        if (_nodes.Count > capacity)
        {
            Remove(_byUse.Last!.Value.Key);
        }
    }

    public void Remove(TKey key)
    {
        if (_nodes.Remove(key, out var node))
        {
            _byUse.Remove(node);
        }
    }

    public void Clear()
    {
        _nodes.Clear();
        _byUse.Clear();
    }
}
