namespace EngageBot.Simulation.Bots;

/// <summary>Nobody there: what happens by itself.</summary>
internal sealed class NoBot : Bot;
