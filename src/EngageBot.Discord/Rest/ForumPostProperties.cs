using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>
/// A post for a forum: a thread with its first message.
/// <see href="https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel-jsonform-params"/>.
/// </summary>
/// <param name="Name">The post's title, 1 to 100 characters.</param>
/// <param name="Message">What stands in it. Neither a nonce nor a reply: a post is never sent twice by the client.</param>
public sealed record ForumPostProperties(string Name, MessageProperties Message)
{
    /// <summary>At most five of the tags the forum offers.</summary>
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }

    /// <summary>Minutes without a message after which it leaves the list: 60, 1,440, 4,320 or 10,080.</summary>
    public int? AutoArchiveDuration { get; init; }

    /// <summary>Seconds a member must wait between messages, at most 21,600.</summary>
    public int? RateLimitPerUser { get; init; }
}
