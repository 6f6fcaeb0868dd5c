namespace EngageBot.Charts.Network;

/// <param name="From">Index of the node that answers.</param>
/// <param name="To">Index of the node that is answered.</param>
/// <param name="Weight">How often; of a mutual link, both ways together.</param>
/// <param name="IsMutual">Both answer each other.</param>
internal sealed record NetworkLink(int From, int To, double Weight, bool IsMutual);
