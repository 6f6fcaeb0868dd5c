using EngageBot.Chat;

namespace EngageBot.Commands;

/// <summary>Who asks something of the bot, where and when.</summary>
public sealed record Asker(CommunityId Community, MemberId Member, DateTimeOffset At)
{
    /// <summary>Where it was asked; null in a direct message.</summary>
    public ChannelId? Channel { get; init; }

    /// <summary>The member may manage the community, by the platform's own rights.</summary>
    public bool ManagesCommunity { get; init; }

    /// <summary>He has the role that the community's rules make that of moderators.</summary>
    public bool HasModeratorRole { get; init; }

    /// <summary>He may use what is for moderators. Who of them there are he may say only where he <see cref="ManagesCommunity"/>.</summary>
    public bool IsModerator => ManagesCommunity || HasModeratorRole;

    /// <summary>The name that others see.</summary>
    public string? Name { get; init; }

    /// <summary>The member's own language, as the platform writes it ("pt-BR").</summary>
    public string? Language { get; init; }
}
