using EngageBot.Chat;
using EngageBot.Stats;

namespace EngageBot.History;

/// <summary>What a replay read.</summary>
public sealed record ReplayOutcome
{
    public required long NewMessages { get; init; }

    /// <summary>Messages that the database had already, or that the history holds twice.</summary>
    public required long KnownMessages { get; init; }

    public required long SkippedMessages { get; init; }

    /// <summary>The first of the skipped, with the place and the reason of each.</summary>
    public required IReadOnlyList<HistoryItem.Skipped> FirstSkipped { get; init; }

    /// <summary>Messages older than the one before them.</summary>
    public required long OutOfOrder { get; init; }

    /// <summary>The communities in the history by their messages, most first. Nearly always one; empty where no message could be used.</summary>
    public required IReadOnlyList<(CommunityId Community, long Messages)> Communities { get; init; }

    /// <summary>The span that was observed.</summary>
    public required ObservedSpan Span { get; init; }
}
