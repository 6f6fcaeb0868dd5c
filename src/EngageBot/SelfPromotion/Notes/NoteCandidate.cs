using EngageBot.Chat;

namespace EngageBot.SelfPromotion.Notes;

/// <summary>Somebody whose post moderators called promotion.</summary>
/// <param name="Post">The key of the post.</param>
/// <param name="Member">The key of its author.</param>
internal sealed record NoteCandidate(long Post, long Member, MemberId MemberId)
{
    /// <summary>The key of the post's channel.</summary>
    public required long Channel { get; init; }

    public required string ChannelName { get; init; }

    /// <summary>Null where it is not kept.</summary>
    public required string? Text { get; init; }
}
