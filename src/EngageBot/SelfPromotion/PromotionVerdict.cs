namespace EngageBot.SelfPromotion;

/// <summary>What a text says of itself.</summary>
/// <param name="Score">How probably it is promotion, from 0 to 1.</param>
/// <param name="Reasons">What speaks for it, in short words, the strongest first.</param>
internal readonly record struct PromotionVerdict(float Score, IReadOnlyList<string> Reasons)
{
    /// <summary>From a score as it is stored. What reached the threshold as a stored score does so here, however it was rounded.</summary>
    public static PromotionVerdict OfStored(int thousandths, IReadOnlyList<string> reasons)
    {
        var score = thousandths / 1_000f;
        return new PromotionVerdict(
            thousandths >= PromotionClassifier.ThresholdThousandths ? Math.Max(score, PromotionClassifier.Threshold) : Math.Min(score, MathF.BitDecrement(PromotionClassifier.Threshold)),
            reasons);
    }

    public bool IsPromotion => Score >= PromotionClassifier.Threshold;
}
