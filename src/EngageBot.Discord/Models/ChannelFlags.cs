namespace EngageBot.Discord.Models;

/// <summary>Marks of a channel. <see href="https://discord.com/developers/docs/resources/channel#channel-object-channel-flags"/>.</summary>
[Flags]
public enum ChannelFlags
{
    None = 0,

    /// <summary>A post pinned to the top of its forum.</summary>
    Pinned = 1 << 1,

    /// <summary>A forum whose posts must have a tag.</summary>
    RequireTag = 1 << 4,
}
