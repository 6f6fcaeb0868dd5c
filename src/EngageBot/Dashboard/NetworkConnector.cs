namespace EngageBot.Dashboard;

/// <summary>Somebody who holds people together who do not talk to one another.</summary>
/// <param name="HoldsTogether">About so many.</param>
public sealed record NetworkConnector(string Name, int HoldsTogether, int Contacts);
