using EngageBot.Chat;

namespace EngageBot.SelfPromotion.Notes;

/// <summary>Something that somebody asked and nobody has answered.</summary>
/// <param name="Post">Its key.</param>
/// <param name="Author">The key of who asked.</param>
/// <param name="At">Unix milliseconds.</param>
internal sealed record OpenQuestion(long Post, long Author, long At)
{
    /// <summary>The key of its channel.</summary>
    public required long Channel { get; init; }

    public required string ChannelName { get; init; }

    public required MessagePlace Place { get; init; }

    public required string Text { get; init; }

    /// <summary>How much of what it is about the one in question wrote about before: 0 to 1.</summary>
    public double Match { get; init; }
}
