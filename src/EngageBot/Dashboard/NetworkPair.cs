namespace EngageBot.Dashboard;

/// <summary>Two people and how often each replied to the other.</summary>
public sealed record NetworkPair(string One, string Other, int OneToOther, int OtherToOne);
