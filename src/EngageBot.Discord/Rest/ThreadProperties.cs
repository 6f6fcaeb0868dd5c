using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>
/// A thread to start. <see href="https://discord.com/developers/docs/resources/channel#start-thread-without-message-json-params"/>.
/// </summary>
/// <param name="Name">1 to 100 characters.</param>
public sealed record ThreadProperties(string Name)
{
    /// <summary>Minutes without a message after which it leaves the list: 60, 1,440, 4,320 or 10,080.</summary>
    public int? AutoArchiveDuration { get; init; }

    /// <summary>Seconds a member must wait between messages, at most 21,600.</summary>
    public int? RateLimitPerUser { get; init; }

    /// <summary>Without a message to start from: <see cref="ChannelType.PrivateThread"/> or <see cref="ChannelType.PublicThread"/>.</summary>
    public ChannelType Type { get; init; } = ChannelType.PrivateThread;

    /// <summary>Whether members of a private thread may add others.</summary>
    public bool? Invitable { get; init; }
}
