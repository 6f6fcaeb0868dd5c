namespace EngageBot.Discord.Models;

/// <summary>What only a thread has. <see href="https://discord.com/developers/docs/resources/channel#thread-metadata-object"/>.</summary>
public sealed record ThreadMetadata
{
    public bool Archived { get; set; }

    /// <summary>Minutes without a message after which it leaves the list.</summary>
    public int AutoArchiveDuration { get; set; }

    public DateTimeOffset? ArchiveTimestamp { get; set; }

    public bool Locked { get; set; }

    public bool? Invitable { get; set; }

    /// <summary>Only for threads made since 2022.</summary>
    public DateTimeOffset? CreateTimestamp { get; set; }
}
