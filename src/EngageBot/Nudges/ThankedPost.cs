using EngageBot.Chat;

namespace EngageBot.Nudges;

/// <summary>A post whose author took up the answer of a helper who was asked about it.</summary>
internal sealed record ThankedPost
{
    /// <summary>Its key.</summary>
    public required long Post { get; init; }

    /// <summary>The key of the helper.</summary>
    public required long Helper { get; init; }

    public required MemberId HelperId { get; init; }

    /// <summary>The key of its channel.</summary>
    public required long Channel { get; init; }

    public required string ChannelName { get; init; }

    public required bool IsForEveryone { get; init; }

    public required MessagePlace Place { get; init; }

    /// <summary>Null where it is not kept.</summary>
    public required string? Text { get; init; }
}
