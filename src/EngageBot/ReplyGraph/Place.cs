namespace EngageBot.ReplyGraph;

/// <summary>Where lines follow one another: a channel, or a thread in it by the number of the message that started it.</summary>
internal readonly record struct Place(long Channel, long? Thread);
