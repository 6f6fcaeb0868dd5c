using EngageBot.Chat;

namespace EngageBot.Pipeline;

/// <summary>Everything in a channel, or in one of its threads, up to and with a message is stored.</summary>
public sealed record CompleteUpTo(ChannelId Channel, MessageId Message)
{
    /// <summary>The thread that is meant, named by the message that started it; without one the channel itself, without its threads.</summary>
    public MessageId? Thread { get; init; }
}
