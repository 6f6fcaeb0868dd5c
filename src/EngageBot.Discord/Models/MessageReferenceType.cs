namespace EngageBot.Discord.Models;

/// <summary>Why a message points to another. <see href="https://discord.com/developers/docs/resources/message#message-reference-types"/>.</summary>
public enum MessageReferenceType
{
    /// <summary>A reply, a crosspost, a pin or a thread's starter.</summary>
    Default = 0,
    Forward = 1,
}
