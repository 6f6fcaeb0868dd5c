namespace EngageBot.ReplyGraph;

/// <summary>The windows of all places that are talking, kept in memory and rebuilt from the store when needed again.</summary>
internal sealed class ReplyWindows(LineStore lines)
{
    /// <summary>Windows kept; past it those used longest ago go. A full one takes about 12 KB.</summary>
    private const int Capacity = 4_000;

    private readonly Dictionary<Place, LinkedListNode<Entry>> _windows = [];
    private readonly LinkedList<Entry> _byUse = [];

    public async ValueTask<ReplyWindow> GetAsync(Place place, CancellationToken cancellationToken)
    {
        if (_windows.TryGetValue(place, out var node))
        {
            if (node != _byUse.First)
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
            }

            return node.Value.Window;
        }

        var window = await ReadAsync(place, long.MaxValue, cancellationToken);
        _windows.Add(place, _byUse.AddFirst(new Entry(place, window)));
        if (_windows.Count > Capacity)
        {
            Drop(_byUse.Last!.Value.Place);
        }

        return window;
    }

    /// <summary>The window as it was before a moment.</summary>
    public async ValueTask<ReplyWindow> ReadAsync(Place place, long before, CancellationToken cancellationToken)
    {
        var window = new ReplyWindow();
        foreach (var line in await lines.BeforeAsync(place, before, ReplyWindow.Capacity, cancellationToken))
        {
            window.Add(line);
        }

        return window;
    }

    /// <summary>Forgets a window that is no longer what the store says.</summary>
    public void Drop(Place place)
    {
        if (_windows.Remove(place, out var node))
        {
            _byUse.Remove(node);
        }
    }

    /// <summary>Forgets the windows of a channel and its threads.</summary>
    public void DropChannel(long channel)
    {
        foreach (var place in _windows.Keys.Where(place => place.Channel == channel).ToList())
        {
            Drop(place);
        }
    }

    public void Forget()
    {
        _windows.Clear();
        _byUse.Clear();
    }

    private sealed record Entry(Place Place, ReplyWindow Window);
}
