using EngageBot.Chat;
using EngageBot.Outbox;

namespace EngageBot.Nudges;

/// <summary>An ask with all that decides what the member is shown: the post, what came of it, and what was said so far.</summary>
internal sealed record PlannedAsk
{
    public required long Post { get; init; }

    public required MessagePlace Place { get; init; }

    public required long Channel { get; init; }

    public required string ChannelName { get; init; }

    public required bool IsForEveryone { get; init; }

    /// <summary>The words of the post; null where they are not kept.</summary>
    public required string? PostText { get; init; }

    /// <summary>When it was written, unix milliseconds.</summary>
    public required long PostedAt { get; init; }

    /// <summary>The key of the one who is asked.</summary>
    public required long Member { get; init; }

    public required MemberId MemberId { get; init; }

    /// <inheritdoc cref="Nudge.Topics"/>
    public required string? Topics { get; init; }

    public required string Reason { get; init; }

    public required long PlannedAt { get; init; }

    public required AskAnswer? Answer { get; init; }

    /// <summary>When he replied to the post, as far as that was noted.</summary>
    public required long? RepliedAt { get; init; }

    /// <summary>When its author answered or thanked him, as far as that was noted.</summary>
    public required long? ThankedAt { get; init; }

    /// <summary>What stands in the outbox; null where nothing does yet.</summary>
    public required SaidAsk? Said { get; init; }

    /// <summary>There is something to do about it as soon as something happens: it is not said yet, waits for a press or a word that was given, or somebody else is to be asked.</summary>
    public bool IsUnderWay => Said switch
    {
        null => true,
        { IsUnwanted: false, State: OutboxState.Sent } => Said.HasButtons || (Answer == AskAnswer.WillReply && RepliedAt is null),
        { WasSent: false, State: OutboxState.Refused or OutboxState.Withdrawn or OutboxState.Expired } => Answer is null,
        _ => Said.State is OutboxState.Planned or OutboxState.Claimed or OutboxState.Uncertain,
    };
}
