namespace EngageBot.SelfPromotion;

/// <summary>What was decided about a message, and in short words why: "own link, invites to buy, same text in 3 channels".</summary>
internal readonly record struct PromotionDecision(bool IsPromotion, IReadOnlyList<string> Reasons)
{
    public override string ToString() => string.Join(", ", Reasons);
}
