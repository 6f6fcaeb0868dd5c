namespace EngageBot.Stats.Own;

/// <summary>Replies between a member and one other, in one channel.</summary>
/// <param name="Channel">The id of the channel, as the platform has it.</param>
/// <param name="Other">His key; null for people of whom nothing is kept: what they wrote counts, and they are nobody.</param>
/// <param name="IsGiven">The member replied; else the other did.</param>
internal readonly record struct OwnReplies(string Channel, long? Other, int Count, bool IsGiven);
