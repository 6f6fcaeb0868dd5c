namespace EngageBot.TestKit;

/// <summary>The process dies here: nothing after this point has happened.</summary>
public sealed class SimulatedCrashException() : Exception("The process died.");
