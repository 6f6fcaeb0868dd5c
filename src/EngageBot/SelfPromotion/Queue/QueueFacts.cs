using EngageBot.Chat;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>What decides whether a message is put before moderators.</summary>
internal sealed record QueueFacts
{
    /// <summary>What its words and the habits of its author say.</summary>
    public required PromotionDecision Decision { get; init; }

    /// <summary>With the balance.</summary>
    public required PromotionSignals Signals { get; init; }

    public required PostKind Kind { get; init; }

    public bool IsByNewcomer { get; init; }

    /// <summary>What moderators decided about its like.</summary>
    public QueueLesson Lesson { get; init; }
}
