namespace EngageBot.Introductions.Rounds;

/// <summary>The groups of a round.</summary>
/// <param name="Groups">By the lowest key in each.</param>
/// <param name="LeftOut">Who takes part and is in no group: alone, or kept from everybody that could be his company.</param>
internal sealed record RoundPlan(IReadOnlyList<RoundGroup> Groups, IReadOnlyList<long> LeftOut)
{
    public double Score => Groups.Sum(group => group.Score);
}
