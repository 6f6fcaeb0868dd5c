namespace EngageBot.Leases;

/// <summary>What a process is to do so that the work is divided as it should be.</summary>
/// <param name="Give">Partitions that it has and others are to have.</param>
/// <param name="Take">Partitions that nobody has and it is to have.</param>
/// <param name="AwaitsOthers">Others are to give back more that it is to have.</param>
public sealed record LeaseMove(IReadOnlyList<string> Give, IReadOnlyList<string> Take, bool AwaitsOthers)
{
    public bool IsNone => Give.Count == 0 && Take.Count == 0;
}
