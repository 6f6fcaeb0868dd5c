namespace EngageBot.ReplyGraph;

/// <summary>
/// Links again what older messages that arrived late have changed: they themselves, and the lines after them whose window they are in. So a history read
/// in pieces, or a gap filled after a pause, gives the links that it would have given in order.
/// </summary>
internal sealed class LateLines(LineStore lines, MessageStore messages, LinkStore links, ReplyWindows windows, ReplyResolver resolver)
{
    private const int PageSize = 500;

    private readonly Dictionary<Place, SortedSet<long>> _late = [];

    public void Add(Place place, long at)
    {
        if (!_late.TryGetValue(place, out var times))
        {
            _late.Add(place, times = []);
        }

        times.Add(at);
    }

    /// <summary>To be called before the transaction that brought the late lines is committed.</summary>
    public async ValueTask LinkAgainAsync(CancellationToken cancellationToken)
    {
        foreach (var (place, times) in _late)
        {
            var root = place.Thread is { } thread ? await messages.FindLineAsync(place.Channel, thread, cancellationToken) : null;
            while (times.Count > 0)
            {
                await LinkStretchAsync(place, root, times, cancellationToken);
            }

            windows.Drop(place);
        }

        _late.Clear();
    }

    public void Forget() => _late.Clear();

    /// <summary>From the first late line until no window holds a late one, or one whose link has changed; takes from <paramref name="times"/> what it has passed.</summary>
    private async ValueTask LinkStretchAsync(Place place, WindowLine? root, SortedSet<long> times, CancellationToken cancellationToken)
    {
        var window = await windows.ReadAsync(place, times.Min, cancellationToken);
        var (at, key) = (times.Min, 0L);
        var left = ReplyWindow.Capacity;
        while (left > 0 && await lines.AfterAsync(place, at, key, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var line in page)
            {
                var linked = await LinkAsync(line, root, window, place, cancellationToken);
                left = Pass(times, line.At) || linked.Answers != line.Answers ? ReplyWindow.Capacity : left - 1;
                window.Add(linked);
                (at, key) = (line.At, line.Key);
            }
        }

        Pass(times, at);
    }

    /// <summary>Whether late lines lie at or before a moment; they are taken out.</summary>
    private static bool Pass(SortedSet<long> times, long at)
    {
        var before = times.Count;
        while (times.Count > 0 && times.Min <= at)
        {
            times.Remove(times.Min);
        }

        return times.Count < before;
    }

    /// <summary>The line with what it answers now.</summary>
    private async ValueTask<WindowLine> LinkAsync(WindowLine line, WindowLine? root, ReplyWindow window, Place place, CancellationToken cancellationToken)
    {
        var source = place.Thread is null ? resolver.Source : LinkSource.Thread;
        // Of someone who opted out no mention is stored, and old texts are not kept: such a link stays as it was found when the line came.
        if (line.Author is null || line.IsWordless || (place.Thread is not null && root is null) || await links.FirstFoundAsync(line.Key, cancellationToken) > source)
        {
            return line;
        }

        links.Change(place.Channel, line.At);
        var link = root is null ? resolver.Resolve(line, window) : ReplyRules.ResolveInThread(line, root, window);
        if (link is null)
        {
            await links.RemoveAsync(line.Key, source, cancellationToken);
        }
        else
        {
            await links.PutAsync(line.Key, link.Value, cancellationToken);
        }

        return line.With(link);
    }
}
