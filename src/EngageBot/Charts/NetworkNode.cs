namespace EngageBot.Charts;

/// <param name="Id">What edges refer to.</param>
/// <param name="Name">Nothing for somebody who is not to be named: the dot stays.</param>
/// <param name="Weight">Replies given: the size of the dot, and who is chosen where there are too many.</param>
public sealed record NetworkNode(long Id, string? Name, double Weight);
