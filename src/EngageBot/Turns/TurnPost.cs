using EngageBot.Chat;

namespace EngageBot.Turns;

/// <summary>A post with the conversation under it.</summary>
internal sealed record TurnPost
{
    /// <summary>Its key.</summary>
    public required long Post { get; init; }

    public required long Author { get; init; }

    public required MemberId AuthorId { get; init; }

    /// <summary>The key of its channel.</summary>
    public required long Channel { get; init; }

    public required string ChannelName { get; init; }

    public required bool IsForEveryone { get; init; }

    public required MessagePlace Place { get; init; }

    /// <summary>Null where it is not kept.</summary>
    public required string? Text { get; init; }

    public TurnFacts Facts { get; init; } = new() { Replies = [] };
}
