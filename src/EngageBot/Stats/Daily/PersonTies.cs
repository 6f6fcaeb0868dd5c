namespace EngageBot.Stats.Daily;

/// <summary>Replies given and received, with how many people, and how many of them he holds together.</summary>
internal readonly record struct PersonTies(int Given, int Received, int Contacts, double Bridging);
