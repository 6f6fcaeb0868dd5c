using EngageBot.Chat;

namespace EngageBot.Reports;

/// <summary>An open post with the lines around it.</summary>
public sealed record OpenPostLines
{
    public required ChatLine Post { get; init; }

    public required string Channel { get; init; }

    public required PostKind Kind { get; init; }

    /// <summary>From the post to the end of what was observed after it.</summary>
    public required TimeSpan Waited { get; init; }

    public required IReadOnlyList<ChatLine> Before { get; init; }

    public required IReadOnlyList<ChatLine> After { get; init; }

    /// <summary>What the bot would have said about it, in order.</summary>
    public required IReadOnlyList<PlannedNudge> Nudges { get; init; }
}
