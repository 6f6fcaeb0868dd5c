namespace EngageBot.Chat;

/// <summary>Where a message stands.</summary>
/// <param name="Thread">The thread it was written in, named by the message that started it; on that message itself its own id.</param>
public sealed record MessagePlace(ChannelId Channel, MessageId? Thread, MessageId Id);
