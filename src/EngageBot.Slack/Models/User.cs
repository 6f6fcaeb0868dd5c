using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>A user. <see href="https://docs.slack.dev/reference/objects/user-object"/>.</summary>
public sealed record User
{
    [JsonRequired]
    public string Id { get; set; } = "";

    public string? TeamId { get; set; }

    /// <summary>The handle, which is not what others see.</summary>
    public string? Name { get; set; }

    public string? RealName { get; set; }

    public UserProfile Profile { get; set => field = value ?? new(); } = new();

    /// <summary>Deactivated.</summary>
    public bool Deleted { get; set; }

    public bool IsAdmin { get; set; }

    public bool IsOwner { get; set; }

    public bool IsPrimaryOwner { get; set; }

    /// <summary>A guest, of one or several channels.</summary>
    public bool IsRestricted { get; set; }

    /// <summary>A guest of one channel.</summary>
    public bool IsUltraRestricted { get; set; }

    public bool IsBot { get; set; }

    public bool IsWorkflowBot { get; set; }

    /// <summary>From another organization, met in a shared channel.</summary>
    public bool IsStranger { get; set; }

    /// <summary>Invited, and has not come yet.</summary>
    public bool IsInvitedUser { get; set; }

    /// <summary>The time zone's name, such as <c>Europe/Berlin</c>.</summary>
    public string? Tz { get; set; }

    /// <summary>Seconds east of UTC at this time of the year.</summary>
    public int? TzOffset { get; set; }

    public string? Locale { get; set; }

    /// <summary>When the user changed last, in seconds since 1970.</summary>
    public long Updated { get; set; }
}
