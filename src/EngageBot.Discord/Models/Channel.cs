using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>A channel, thread or conversation. <see href="https://discord.com/developers/docs/resources/channel#channel-object"/>.</summary>
public sealed record Channel
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    [JsonRequired]
    public ChannelType Type { get; set; }

    /// <summary>None in direct messages, and none for the channels inside a GUILD_CREATE.</summary>
    public Snowflake? GuildId { get; set; }

    public int? Position { get; set; }

    public IReadOnlyList<PermissionOverwrite> PermissionOverwrites { get; set; } = [];

    public string? Name { get; set; }

    public string? Topic { get; set; }

    public bool? Nsfw { get; set; }

    /// <summary>The newest message (it may be gone); in a forum the newest post.</summary>
    public Snowflake? LastMessageId { get; set; }

    /// <summary>The category of a channel, the channel of a thread.</summary>
    public Snowflake? ParentId { get; set; }

    /// <summary>Who started a thread.</summary>
    public Snowflake? OwnerId { get; set; }

    public IReadOnlyList<User> Recipients { get; set; } = [];

    /// <summary>Seconds a member must wait between messages.</summary>
    public int? RateLimitPerUser { get; set; }

    /// <summary>Messages in a thread, without its starter.</summary>
    public int? MessageCount { get; set; }

    /// <summary>Members of a thread, counted to 50.</summary>
    public int? MemberCount { get; set; }

    public ThreadMetadata? ThreadMetadata { get; set; }

    /// <summary>The bot's own membership of a thread, where it has one.</summary>
    public ThreadMember? Member { get; set; }

    public ChannelFlags Flags { get; set; }

    /// <summary>The tags a forum offers.</summary>
    public IReadOnlyList<ForumTag> AvailableTags { get; set; } = [];

    /// <summary>The tags of a post in a forum.</summary>
    public IReadOnlyList<Snowflake> AppliedTags { get; set; } = [];

    /// <summary>In THREAD_CREATE: the thread is new, not one the bot was added to.</summary>
    public bool NewlyCreated { get; set; }

    /// <summary>In an interaction: what the invoking user may do there.</summary>
    public Permissions? Permissions { get; set; }
}
