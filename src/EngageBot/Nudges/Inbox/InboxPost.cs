using EngageBot.Chat;
using EngageBot.Unanswered;

namespace EngageBot.Nudges.Inbox;

/// <summary>A post that may wait for a member.</summary>
internal sealed record InboxPost
{
    public required WaitingPost Post { get; init; }

    public required PostKind Kind { get; init; }

    public required MessagePlace Place { get; init; }

    public required string ChannelName { get; init; }

    public required bool IsForEveryone { get; init; }

    /// <summary>Null where it is not kept.</summary>
    public required string? Text { get; init; }

    public InboxFit Fit { get; init; }

    /// <summary>Its author is a newcomer.</summary>
    public bool IsByNewcomer { get; init; }

    /// <summary>The member has said that he will reply, and that holds.</summary>
    public bool IsClaimed { get; init; }
}
