namespace EngageBot.Stats;

/// <summary>A person in the network of replies.</summary>
/// <param name="RepliesGiven">Replies given to others.</param>
/// <param name="RepliesReceived">Replies received from others.</param>
/// <param name="Contacts">Different people with whom replies were exchanged.</param>
/// <param name="Bridging">
/// How many of these contacts he holds together who do not talk to one another: Burt's effective size of his network (Structural Holes, 1992), contacts less
/// twice their own ties over contacts.
/// </param>
public sealed record PersonFigures(string Name, int RepliesGiven, int RepliesReceived, int Contacts, double Bridging)
{
    internal long Key { get; init; }
}
