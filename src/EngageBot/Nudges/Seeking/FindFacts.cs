using EngageBot.Communities;
using EngageBot.Unanswered;

namespace EngageBot.Nudges.Seeking;

/// <summary>What counts when a member wants somebody to be found for a post.</summary>
internal sealed record FindFacts
{
    public required PostState State { get; init; }

    /// <summary>Posts as old are left in peace.</summary>
    public bool IsOld { get; init; }

    /// <summary>How many were asked whom that reached, or may still reach.</summary>
    public int Asked { get; init; }

    public bool IsClaimed { get; init; }

    /// <summary>Something was planned about it already.</summary>
    public bool IsBegun { get; init; }

    /// <summary>Whether anybody is to be bothered about it.</summary>
    public bool IsWorth { get; init; } = true;

    /// <summary>The bot asks members, or shows posts, in this channel.</summary>
    public bool IsLive { get; init; } = true;

    /// <summary>The chooser did not want it too often today.</summary>
    public bool MaySeek { get; init; } = true;

    /// <summary>Somebody can be asked, as far as is known.</summary>
    public bool CanAsk { get; init; }

    /// <summary>How it would be shown to everybody; null where that cannot be done.</summary>
    public PublicStep? Step { get; init; }
}
