namespace EngageBot.Introductions.Rounds;

/// <summary>How well two members of a round fit, from their profiles: as for any introduction, each to the other; nothing where they have been seen talking already.</summary>
internal sealed class RoundScores(IEnumerable<IntroductionCandidate> members, Acquaintance known)
{
    private readonly Dictionary<long, IntroductionCandidate> _members = members.ToDictionary(member => member.Member);
    private ChannelCrowds? _crowds;

    private ChannelCrowds Crowds => _crowds ??= ChannelCrowds.Of(_members.Values);

    /// <summary>Those of some members of whom something is known.</summary>
    public IReadOnlyList<IntroductionCandidate> KnownOf(IEnumerable<long> members) => [.. members.Select(member => _members.GetValueOrDefault(member)).OfType<IntroductionCandidate>()];

    /// <summary>What a member is most interested in; null where nothing is known.</summary>
    public int? InterestOf(long member) => _members.TryGetValue(member, out var one) ? Crowds.MainOf(one) : null;

    /// <summary>By their keys; 0 for somebody of whom nothing is known.</summary>
    public double Of(long one, long other) =>
        !_members.TryGetValue(one, out var here) || !_members.TryGetValue(other, out var there) || known.Knows(one, other)
            ? 0
            : IntroductionPolicy.Mutual(here, there, known, Crowds);
}
