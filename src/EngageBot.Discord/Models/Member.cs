namespace EngageBot.Discord.Models;

/// <summary>A user in a guild. <see href="https://discord.com/developers/docs/resources/guild#guild-member-object"/>.</summary>
public sealed record Member
{
    /// <summary>Not with the members that come with messages.</summary>
    public User? User { get; set; }

    public string? Nick { get; set; }

    public IReadOnlyList<Snowflake> Roles { get; set; } = [];

    public DateTimeOffset? JoinedAt { get; set; }

    /// <summary>Has not passed the guild's rules screening yet.</summary>
    public bool Pending { get; set; }

    /// <summary>May not speak until then.</summary>
    public DateTimeOffset? CommunicationDisabledUntil { get; set; }

    /// <summary>In an interaction: what the member may do in its channel.</summary>
    public Permissions? Permissions { get; set; }
}
