using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest.Wire;

internal sealed record ThreadBody(string Name)
{
    public int? AutoArchiveDuration { get; init; }

    public int? RateLimitPerUser { get; init; }

    /// <summary>Not for a thread that starts from a message.</summary>
    public ChannelType? Type { get; init; }

    public bool? Invitable { get; init; }
}
