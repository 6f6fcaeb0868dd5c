using System.Runtime.InteropServices;

namespace EngageBot.Stats.Daily;

/// <summary>The lines of a channel in the order of time, and how they hang together.</summary>
internal sealed class ChannelLines
{
    private readonly List<DayLine> _lines;
    private readonly int[] _parents;
    private readonly int[] _posts;

    /// <param name="lines">In the order of time.</param>
    public ChannelLines(long channel, List<DayLine> lines)
    {
        Channel = channel;
        _lines = lines;
        _parents = ParentsOf(Lines);
        _posts = new int[lines.Count];
        Array.Fill(_posts, -1);
        for (var place = 0; place < _posts.Length; place++)
        {
            _posts[place] = FindPost(place);
        }
    }

    /// <summary>The channel's key.</summary>
    public long Channel { get; }

    public ReadOnlySpan<DayLine> Lines => CollectionsMarshal.AsSpan(_lines);

    /// <summary>Of what a line answers or goes on from; -1 where that is not here.</summary>
    public ReadOnlySpan<int> Parents => _parents;

    /// <summary>Of the post that a line is, or by which its author went on with it; -1 where it is neither.</summary>
    public ReadOnlySpan<int> Posts => _posts;

    /// <summary>The first line at or after a moment.</summary>
    public int PlaceOf(long at)
    {
        var (low, high) = (0, _lines.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _lines[middle].At < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int[] ParentsOf(ReadOnlySpan<DayLine> lines)
    {
        var (keys, places) = (new long[lines.Length], new int[lines.Length]);
        var isInOrder = true;
        for (var place = 0; place < lines.Length; place++)
        {
            (keys[place], places[place]) = (lines[place].Message, place);
            isInOrder &= place == 0 || keys[place] > keys[place - 1];
        }

        if (!isInOrder)
        {
            Array.Sort(keys, places); // Some came late.
        }

        var parents = new int[lines.Length];
        for (var place = 0; place < parents.Length; place++)
        {
            var found = lines[place].Parent == 0 ? -1 : Array.BinarySearch(keys, lines[place].Parent);
            parents[place] = found < 0 ? -1 : places[found];
        }

        return parents;
    }

    private int FindPost(int place)
    {
        var lines = Lines;
        for (var (at, steps) = (place, 0); at >= 0 && steps <= lines.Length; at = _parents[at], steps++)
        {
            if (lines[at].Has(DaySigns.IsPost))
            {
                return at;
            }

            if (_parents[at] is not (>= 0 and var parent) || lines[at].Author == 0 || lines[parent].Author != lines[at].Author)
            {
                return -1;
            }

            if (parent < place)
            {
                return _posts[parent];
            }
        }

        return -1;
    }
}
