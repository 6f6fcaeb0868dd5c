using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>
/// A change of a channel or thread: what is not set stays as it is.
/// <see href="https://discord.com/developers/docs/resources/channel#modify-channel"/>.
/// </summary>
public sealed record ChannelEditProperties
{
    /// <summary>1 to 100 characters. Discord allows two changes of a name in ten minutes.</summary>
    public string? Name { get; init; }

    /// <summary>Of a thread.</summary>
    public bool? Archived { get; init; }

    /// <summary>Of a thread: only who manages threads can open it again.</summary>
    public bool? Locked { get; init; }

    /// <summary>Of a private thread: whether its members may add others.</summary>
    public bool? Invitable { get; init; }

    /// <summary>Of a thread, minutes: 60, 1,440, 4,320 or 10,080.</summary>
    public int? AutoArchiveDuration { get; init; }

    /// <summary>Seconds a member must wait between messages, at most 21,600.</summary>
    public int? RateLimitPerUser { get; init; }

    /// <summary>The tags of a post in a forum, all of them, at most five.</summary>
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }

    /// <summary>The tags a forum offers, all of them, at most twenty.</summary>
    public IReadOnlyList<ForumTagProperties>? AvailableTags { get; init; }
}
