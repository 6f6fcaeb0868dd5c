using EngageBot.Chat;

namespace EngageBot.Nudges.Thoughts;

/// <summary>What the bot thinks of a message: what it wants, what it answers, how it stands with it, and what comes next.</summary>
public sealed record PostThought
{
    public required MessagePlace Place { get; init; }

    public required PostKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>It starts a conversation.</summary>
    public required bool IsPost { get; init; }

    /// <summary>It wants a reply and has none.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>It needs no reply any more, for another reason than one.</summary>
    public required bool IsSettled { get; init; }

    public required DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>What it answers, the surest first.</summary>
    public required IReadOnlyList<ThoughtLink> Links { get; init; }

    /// <summary>What was done about it, the first first.</summary>
    public required IReadOnlyList<ThoughtStep> Done { get; init; }

    /// <summary>What will be done where nobody replies; null for nothing.</summary>
    public required ThoughtStep? Next { get; init; }
}
