namespace EngageBot.Charts;

/// <summary>One member answers another. Two edges in opposite directions are shown as one that goes both ways.</summary>
/// <param name="From">Who answers.</param>
/// <param name="To">Who is answered.</param>
/// <param name="Weight">How often.</param>
/// <param name="IsReciprocal">Set where the way back is not given as an edge of its own.</param>
public sealed record NetworkEdge(long From, long To, double Weight, bool IsReciprocal = false);
