namespace EngageBot.Stats;

/// <summary>A message in the flow.</summary>
/// <param name="Parent">What it answers or goes on from; null where it starts something, or answers what is not stored.</param>
internal readonly record struct FlowLine(long Message, long Channel, long? Author, long At, bool IsByPerson, long? Parent);
