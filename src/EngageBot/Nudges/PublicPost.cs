using EngageBot.Chat;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>A post that is to be shown to everybody.</summary>
internal sealed record PublicPost
{
    public required WaitingPost Post { get; init; }

    public required MessagePlace Place { get; init; }

    public required string ChannelName { get; init; }

    public required bool IsForEveryone { get; init; }

    public required string? Text { get; init; }

    /// <summary>Why it is shown, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Its author was a newcomer when he wrote it; told only of those that wait for a place on the board.</summary>
    public bool IsByNewcomer { get; init; }
}
