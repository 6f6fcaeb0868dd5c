namespace EngageBot.Introductions;

/// <summary>
/// Groups of people who mostly talk among themselves: each belongs where more of his replies go than by chance (the local step of Blondel and others, 2008). Taken in the order of
/// their keys, so that the same replies give the same groups.
/// </summary>
internal sealed class Circles
{
    private const int MostSweeps = 20;

    /// <summary>Of fewer people one cannot say that they are a group.</summary>
    private const int Smallest = 3;

    private readonly Dictionary<long, Dictionary<long, double>> _replies;
    private readonly Dictionary<long, double> _strength;
    private readonly double _all;
    private readonly Dictionary<long, long> _circleOf;
    private readonly Dictionary<long, double> _total;
    private readonly Dictionary<long, int> _people;
    private readonly Dictionary<(long, long), double> _between = [];

    /// <param name="replies">Between each and each, both ways.</param>
    public Circles(Dictionary<long, Dictionary<long, double>> replies)
    {
        _replies = replies;
        _strength = replies.ToDictionary(person => person.Key, person => person.Value.Values.Sum());
        _all = _strength.Values.Sum();
        (_circleOf, _total) = (replies.Keys.ToDictionary(person => person), new Dictionary<long, double>(_strength));
        long[] people = [.. replies.Keys.Order()];
        for (int sweep = 0, moved = 1; moved > 0 && sweep < MostSweeps; sweep++)
        {
            moved = people.Count(Move);
        }

        _people = _circleOf.Values.CountBy(circle => circle).ToDictionary();
        foreach (var (person, others) in replies)
        {
            foreach (var (other, count) in others)
            {
                var pair = (_circleOf[person], _circleOf[other]);
                _between[pair] = _between.GetValueOrDefault(pair) + count;
            }
        }
    }

    /// <summary>
    /// How much it would be a bridge if two met: 1 where they are of different groups that never talk to each other, 0 where these talk as much as by chance, where both are of one
    /// group, and where nothing is known of one of them.
    /// </summary>
    public double Bridges(long one, long other)
    {
        if (!_circleOf.TryGetValue(one, out var here) || !_circleOf.TryGetValue(other, out var there) || here == there || _people[here] < Smallest || _people[there] < Smallest)
        {
            return 0;
        }

        return Math.Max(0, 1 - (_between.GetValueOrDefault((here, there)) * _all / (_total[here] * _total[there])));
    }

    /// <summary>Puts somebody where he belongs best; whether that is elsewhere.</summary>
    private bool Move(long person)
    {
        var (from, strength) = (_circleOf[person], _strength[person]);
        _total[from] -= strength;
        Dictionary<long, double> towards = new() { [from] = 0 };
        foreach (var (other, count) in _replies[person])
        {
            towards[_circleOf[other]] = towards.GetValueOrDefault(_circleOf[other]) + count;
        }

        double Gain(long circle) => towards[circle] - (_total[circle] * strength / _all);
        var (best, most) = (from, Gain(from) + 1e-9);
        foreach (var circle in towards.Keys.Order())
        {
            if (Gain(circle) is var gain && gain > most)
            {
                (best, most) = (circle, gain);
            }
        }

        (_circleOf[person], _total[best]) = (best, _total[best] + strength);
        return best != from;
    }
}
