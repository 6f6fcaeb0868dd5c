namespace EngageBot.Chat;

/// <summary>What is known of a member: told before what he first does, and again when it changes.</summary>
public sealed record MemberSeen(CommunityId Community, DateTimeOffset At, MemberId Member) : ChatEvent(Community, At)
{
    public required string Name { get; init; }

    public bool IsBot { get; init; }

    /// <summary>The platform's own date of joining, where it tells.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>None where the platform does not tell; then he may also be gone.</summary>
    public MemberStanding? Standing { get; init; }

    /// <summary>His zone by its IANA name, where the platform tells; it may be none that exists.</summary>
    public string? TimeZone { get; init; }

    /// <summary>He is of the team that looks after the community, by the platform's own rights; null where nothing is told of that.</summary>
    public bool? IsTeam { get; init; }

    /// <summary>His roles, by the platform's ids and by their names; null where nothing is told of them.</summary>
    public IReadOnlyList<string>? Roles { get; init; }
}
