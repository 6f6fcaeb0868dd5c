namespace EngageBot.Profiles;

/// <summary>What is known of a line that somebody answers.</summary>
/// <param name="Author">Null: someone who opted out.</param>
/// <param name="IsByPerson">Neither a bot's nor the platform's.</param>
/// <param name="Asks">Whether it began a conversation with a question.</param>
internal sealed record RecentLine(long? Author, bool IsByPerson, bool Asks, uint[] Words);
