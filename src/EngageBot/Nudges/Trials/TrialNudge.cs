using EngageBot.Chat;

namespace EngageBot.Nudges.Trials;

/// <summary>A step about a post that other rules would have planned.</summary>
/// <param name="At">When it would have been taken.</param>
internal sealed record TrialNudge(long Post, NudgeStep Step, DateTimeOffset At)
{
    /// <summary>So many people would have been asked; 0 for what is shown to everybody.</summary>
    public required int People { get; init; }

    public required MessagePlace Place { get; init; }

    public required string ChannelName { get; init; }

    /// <summary>Null where it is not kept.</summary>
    public required string? Text { get; init; }
}
