namespace EngageBot.SelfPromotion;

/// <summary>What a text says of itself.</summary>
/// <param name="Score">How probably it is promotion, from 0 to 1.</param>
/// <param name="Reasons">What speaks for it, in short words, the strongest first.</param>
internal readonly record struct PromotionVerdict(float Score, IReadOnlyList<string> Reasons)
{
    public bool IsPromotion => Score >= PromotionClassifier.Threshold;
}
