namespace EngageBot.Introductions;

/// <summary>
/// Who has replied to whom, in expectation: a reply that a model only guesses counts by its probability. From one reply on two people know each other.
/// </summary>
internal sealed class Acquaintance
{
    private readonly Dictionary<long, Dictionary<long, double>> _replies = [];

    public void Add(long one, long other, double probability)
    {
        AddTo(one, other, probability);
        AddTo(other, one, probability);
    }

    /// <summary>Replies between two members, both ways.</summary>
    public double Between(long one, long other) => _replies.TryGetValue(one, out var others) ? others.GetValueOrDefault(other) : 0;

    public bool Knows(long one, long other) => Between(one, other) >= 1;

    /// <summary>Those a member has had to do with.</summary>
    public IReadOnlyCollection<long> ContactsOf(long member) => _replies.TryGetValue(member, out var others) ? others.Keys : [];

    /// <summary>How much those whom both know speak for them: a contact who knows everybody says little (Adamic and Adar 2003).</summary>
    public double InCommon(long one, long other)
    {
        if (!_replies.TryGetValue(one, out var few) || !_replies.TryGetValue(other, out var many))
        {
            return 0;
        }

        (few, many) = few.Count <= many.Count ? (few, many) : (many, few);
        var sum = 0.0;
        foreach (var (contact, replies) in few)
        {
            sum += many.TryGetValue(contact, out var theirs) ? Math.Min(1, Math.Min(replies, theirs)) / Math.Log(2 + _replies[contact].Count) : 0;
        }

        return sum;
    }

    private void AddTo(long one, long other, double probability)
    {
        if (!_replies.TryGetValue(one, out var others))
        {
            _replies.Add(one, others = []);
        }

        others[other] = others.GetValueOrDefault(other) + probability;
    }
}
