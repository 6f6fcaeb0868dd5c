namespace EngageBot.Introductions;

/// <summary>
/// Who has replied to whom, in expectation: a reply that a model only guesses counts by its probability. From one reply on two people know each other.
/// </summary>
internal sealed class Acquaintance
{
    private readonly Dictionary<long, Dictionary<long, double>> _replies = [];
    private readonly Dictionary<long, Dictionary<long, double>> _open = [];
    private Circles? _circles;

    /// <param name="isOpen">Every member could read it. Of the rest only the two themselves may learn: it makes them known to each other, and speaks for nobody else.</param>
    public void Add(long one, long other, double probability, bool isOpen = true)
    {
        _circles = null;
        Add(_replies, one, other, probability);
        if (isOpen)
        {
            Add(_open, one, other, probability);
        }
    }

    /// <summary>Replies between two members, both ways.</summary>
    public double Between(long one, long other) => _replies.TryGetValue(one, out var others) ? others.GetValueOrDefault(other) : 0;

    public bool Knows(long one, long other) => Between(one, other) >= 1;

    /// <summary>Everybody who knows somebody, each two once.</summary>
    public IEnumerable<(long One, long Other)> Pairs() =>
        from one in _replies from other in one.Value where one.Key < other.Key && other.Value >= 1 select (one.Key, other.Key);

    /// <summary>Whether two are of groups that do not talk to each other, from 0 to 1: see <see cref="Circles"/>.</summary>
    public double Bridges(long one, long other) => (_circles ??= new Circles(_open)).Bridges(one, other);

    /// <summary>How much those whom both know speak for them: a contact who knows everybody says little (Adamic and Adar 2003).</summary>
    public double InCommon(long one, long other)
    {
        if (!_open.TryGetValue(one, out var few) || !_open.TryGetValue(other, out var many))
        {
            return 0;
        }

        (few, many) = few.Count <= many.Count ? (few, many) : (many, few);
        var sum = 0.0;
        foreach (var (contact, replies) in few)
        {
            sum += many.TryGetValue(contact, out var theirs) ? Math.Min(1, Math.Min(replies, theirs)) / Math.Log(2 + _open[contact].Count) : 0;
        }

        return sum;
    }

    /// <summary>Those whom both are known to have talked with, who says most first.</summary>
    public IReadOnlyList<long> SharedBy(long one, long other) => !_open.TryGetValue(one, out var few) || !_open.TryGetValue(other, out var many) ? [] :
    [
        .. few.Where(contact => contact.Value >= 1 && many.GetValueOrDefault(contact.Key) >= 1)
            .OrderByDescending(contact => Math.Min(contact.Value, many[contact.Key]) / Math.Log(2 + _open[contact.Key].Count))
            .ThenBy(contact => contact.Key)
            .Select(contact => contact.Key),
    ];

    private static void Add(Dictionary<long, Dictionary<long, double>> replies, long one, long other, double probability)
    {
        AddTo(replies, one, other, probability);
        AddTo(replies, other, one, probability);
    }

    private static void AddTo(Dictionary<long, Dictionary<long, double>> replies, long one, long other, double probability)
    {
        if (!replies.TryGetValue(one, out var others))
        {
            replies.Add(one, others = []);
        }

        others[other] = others.GetValueOrDefault(other) + probability;
    }
}
