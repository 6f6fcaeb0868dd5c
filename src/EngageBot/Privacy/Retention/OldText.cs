using EngageBot.Chat;

namespace EngageBot.Privacy.Retention;

/// <summary>A message whose text is to go, and what stays of it.</summary>
internal readonly record struct OldText(long Message, MessageTraits Traits);
