using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>
/// A channel, public or private, or a conversation of a few. <see href="https://docs.slack.dev/reference/objects/conversation-object"/>. Events bring its id,
/// name and little else.
/// </summary>
public sealed record Conversation
{
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>Without the number sign; none for conversations of two.</summary>
    public string? Name { get; set; }

    public bool IsChannel { get; set; }

    public bool IsGroup { get; set; }

    public bool IsIm { get; set; }

    public bool IsMpim { get; set; }

    public bool IsPrivate { get; set; }

    public bool IsArchived { get; set; }

    /// <summary>The channel everybody is in.</summary>
    public bool IsGeneral { get; set; }

    /// <summary>The app is in it.</summary>
    public bool IsMember { get; set; }

    /// <summary>Shared with another organization.</summary>
    public bool IsExtShared { get; set; }

    /// <summary>Shared between workspaces of one organization.</summary>
    public bool IsOrgShared { get; set; }

    public string? Creator { get; set; }

    /// <summary>When it was made, in seconds since 1970.</summary>
    public long Created { get; set; }

    /// <summary>The other one of a conversation of two.</summary>
    public string? User { get; set; }

    public ConversationText? Topic { get; set; }

    public ConversationText? Purpose { get; set; }

    /// <summary>How many are in it, where that was asked for.</summary>
    public int? NumMembers { get; set; }
}
