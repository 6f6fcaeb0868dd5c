namespace EngageBot.Introductions;

/// <summary>Those of a community who may be introduced, at one moment: ranked for one of them, or the pairs that fit best. Used live and by the evaluation alike.</summary>
internal sealed class IntroductionPool
{
    /// <summary>In a larger community only so many, the most active, are introduced to others.</summary>
    private const int MostPartners = 3_000;

    /// <summary>Every pair of so many is looked at, the most active: some 30,000 pairs.</summary>
    private const int MostPaired = 250;

    private readonly Acquaintance _known;
    private readonly ChannelCrowds _crowds;
    private readonly IReadOnlyList<IntroductionCandidate> _partners;

    /// <param name="members">Who may be introduced.</param>
    /// <param name="known">Who knows whom.</param>
    public IntroductionPool(IReadOnlyList<IntroductionCandidate> members, Acquaintance known)
    {
        Members = members;
        _known = known;
        _crowds = ChannelCrowds.Of(members);
        _partners = members.Count <= MostPartners ? members : [.. members.OrderByDescending(member => member.Active).Take(MostPartners)];
    }

    public IReadOnlyList<IntroductionCandidate> Members { get; }

    /// <summary>Those whom a member does not know, best first.</summary>
    public IReadOnlyList<RankedIntroduction> RankFor(IntroductionCandidate member) => IntroductionPolicy.Rank(member, _partners, _known, _crowds);

    /// <summary>Pairs who do not know each other, best first: how well each fits the other, taken together.</summary>
    public IReadOnlyList<IntroductionPair> Pairs()
    {
        var paired = Members.OrderByDescending(member => member.Active).ThenBy(member => member.Member).Take(MostPaired).ToList();
        List<IntroductionPair> pairs = [];
        for (var at = 0; at < paired.Count; at++)
        {
            for (var next = at + 1; next < paired.Count; next++)
            {
                Add(paired[at], paired[next], pairs);
            }
        }

        return [.. pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.One.Member).ThenBy(pair => pair.Other.Member)];
    }

    private void Add(IntroductionCandidate one, IntroductionCandidate other, List<IntroductionPair> pairs)
    {
        if (!_known.Knows(one.Member, other.Member))
        {
            var score = IntroductionPolicy.Score(one, other, _known, _crowds) + IntroductionPolicy.Score(other, one, _known, _crowds);
            pairs.Add(new IntroductionPair(one, other, score / 2));
        }
    }
}
