using EngageBot.Chat;

namespace EngageBot.Health;

/// <summary>What a condition is about; there is one of a kind at a time.</summary>
/// <param name="Code">See <see cref="HealthCode"/>.</param>
public sealed record HealthKey(Platform Platform, string Code)
{
    /// <summary>Null where it is about the platform as a whole.</summary>
    public CommunityId? Community { get; init; }

    /// <summary>Null where it is about more than one channel.</summary>
    public ChannelId? Channel { get; init; }

    public static HealthKey In(ChannelId channel, string code) => new(channel.Community.Platform, code) { Community = channel.Community, Channel = channel };
}
