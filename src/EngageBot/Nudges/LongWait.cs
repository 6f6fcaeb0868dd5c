using EngageBot.Chat;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>A post that nobody answered in a day.</summary>
internal sealed record LongWait
{
    public required WaitingPost Post { get; init; }

    public required MessagePlace Place { get; init; }

    public required string ChannelName { get; init; }

    public required bool IsForEveryone { get; init; }

    /// <summary>Null where it is not kept.</summary>
    public required string? Text { get; init; }
}
