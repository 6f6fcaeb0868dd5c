using System.Collections.Immutable;
using EngageBot.Chat;

namespace EngageBot.Host.Platforms.Slack.State;

/// <summary>What must be known of a channel that the bot is in.</summary>
internal sealed record ChannelState(CommunityId Community, string Id)
{
    public required string Name { get; init; }

    public bool IsPrivate { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>Who is in it, where it is private.</summary>
    public ImmutableHashSet<string> Members { get; init; } = [];

    public ChannelId Channel => new(Community, Id);

    public ChannelSeen Seen(DateTimeOffset now) => new(Community, now, Channel)
    {
        Name = ChatText.Clean(Name),
        IsArchived = IsArchived,
        Visibility = IsPrivate ? ChannelVisibility.Readers : ChannelVisibility.Everyone,
        Readers = IsPrivate ? [.. Members.Order(StringComparer.Ordinal).Select(member => new MemberId(Community, member))] : [],
    };
}
