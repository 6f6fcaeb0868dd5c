using System.Text.Json.Serialization;
using EngageBot.Chat;
using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>What is kept of a channel or thread.</summary>
internal sealed record ChannelState(Snowflake Id, Snowflake Guild, ChannelType Type)
{
    /// <summary>So many readers of a private channel are kept by name.</summary>
    public const int MostSeenReaders = 500;

    public string? Name { get; init; }

    /// <summary>The channel of a thread.</summary>
    public Snowflake? Parent { get; init; }

    /// <summary>Who started a thread.</summary>
    public Snowflake? Owner { get; init; }

    public IReadOnlyList<OverwriteState> Overwrites { get; init; } = [];

    /// <summary>Who was seen in a private channel or thread, and so can read it.</summary>
    public IReadOnlyList<Snowflake> SeenReaders { get; init; } = [];

    /// <summary>The tags that a forum offers.</summary>
    public IReadOnlyList<TagState> Offers { get; init; } = [];

    /// <summary>The tags of a post in a forum.</summary>
    public IReadOnlyList<Snowflake> Tags { get; init; } = [];

    /// <summary>A thread in which only those write who watch over it.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Messages of a public thread are its channel's. A private thread is a channel of its own: who sees its channel does not see it.</summary>
    [JsonIgnore]
    public bool IsPublicThread => Type is ChannelType.PublicThread or ChannelType.AnnouncementThread && Parent is not null;

    /// <summary>Categories hold no messages, and direct messages are no community's.</summary>
    [JsonIgnore]
    public bool HoldsMessages => Type is not (ChannelType.GuildCategory or ChannelType.GuildDirectory or ChannelType.DM or ChannelType.GroupDM);

    [JsonIgnore]
    public CommunityId Community => new(Platform.Discord, Guild.ToString());

    /// <summary>The channel that the messages belong to.</summary>
    [JsonIgnore]
    public ChannelId Channel => new(Community, (IsPublicThread ? Parent!.Value : Id).ToString());

    /// <summary>The thread that the messages are in; it has the id of the message that started it.</summary>
    [JsonIgnore]
    public MessageId? Thread => IsPublicThread ? new MessageId((long)Id.Value) : null;

    /// <param name="guild">The channels inside a GUILD_CREATE do not name it.</param>
    public static ChannelState Of(Channel channel, Snowflake guild) => new(channel.Id, guild, channel.Type)
    {
        Name = channel.Name is null ? null : ChatText.Clean(channel.Name),
        Parent = channel.Type is ChannelType.PublicThread or ChannelType.PrivateThread or ChannelType.AnnouncementThread ? channel.ParentId : null,
        Owner = channel.OwnerId,
        Overwrites =
        [
            .. channel.PermissionOverwrites.Select(overwrite => new OverwriteState(
                overwrite.Id, overwrite.Type == PermissionOverwriteType.Member, overwrite.Allow, overwrite.Deny)),
        ],
        Offers = [.. channel.AvailableTags.Select(tag => new TagState(tag.Id, ChatText.Clean(tag.Name)))],
        Tags = channel.AppliedTags,
        IsLocked = channel.ThreadMetadata?.Locked == true,
    };

    /// <summary>The same as far as it is told of: who was seen in it is not.</summary>
    public bool IsSameAs(ChannelState other) =>
        (Id, Guild, Type, Name, Parent, Owner, IsLocked) == (other.Id, other.Guild, other.Type, other.Name, other.Parent, other.Owner, other.IsLocked)
        && Overwrites.SequenceEqual(other.Overwrites) && Offers.SequenceEqual(other.Offers) && Tags.SequenceEqual(other.Tags);
}
