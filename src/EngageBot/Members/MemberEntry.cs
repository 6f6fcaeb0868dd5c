using EngageBot.Chat;

namespace EngageBot.Members;

/// <summary>A member as the pipeline knows him.</summary>
internal sealed class MemberEntry
{
    public required long Key { get; init; }

    public required string Name { get; set; }

    public required bool IsBot { get; set; }

    public string? TimeZone { get; set; }

    /// <summary>As <see cref="StoredRoles"/> has them.</summary>
    public string? Roles { get; set; }

    /// <summary>Of the team that looks after the community.</summary>
    public bool IsTeam { get; set; }

    public required bool OptedOut { get; init; }

    public bool HasLeft { get; set; }

    public MemberStanding Standing { get; set; } = new();
}
