using EngageBot.Chat;

namespace EngageBot.Pipeline;

/// <summary>Everything in a channel up to and with a message is stored.</summary>
public sealed record CompleteUpTo(ChannelId Channel, MessageId Message);
