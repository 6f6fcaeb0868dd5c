using EngageBot.Chat;
using EngageBot.ReplyGraph;

namespace EngageBot.Nudges.Thoughts;

/// <summary>What a message is thought to answer.</summary>
/// <param name="Parent">The message that it answers; null where it starts a conversation, or answers one that is not stored.</param>
/// <param name="Starts">It starts a conversation.</param>
/// <param name="Probability">How sure that is, 0 to 1.</param>
/// <param name="Source">What says so.</param>
public sealed record ThoughtLink(MessageId? Parent, bool Starts, double Probability, LinkSource Source);
