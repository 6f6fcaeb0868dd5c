namespace EngageBot.SelfPromotion;

/// <summary>How much a text sounds like promotion, from its own words; what its author does besides is judged by <see cref="PromotionPolicy"/>.</summary>
internal static class PromotionClassifier
{
    [ThreadStatic]
    private static PromotionFeatures? _features;

    /// <summary>A score from here on counts as promotion.</summary>
    public static float Threshold => PromotionModel.Shipped.Threshold;

    /// <summary>The threshold as it is compared with stored scores.</summary>
    public static int ThresholdThousandths => (int)MathF.Round(Threshold * 1_000);

    /// <summary>How probably a text is promotion, from 0 to 1.</summary>
    public static float Score(ReadOnlySpan<char> text) => text.IsWhiteSpace() ? 0 : PromotionModel.Shipped.Score(Read(text));

    /// <summary>The score, and in short words what speaks for it.</summary>
    public static PromotionVerdict Judge(string text) => new(Score(text), PromotionReasons.Of(Read(text)));

    /// <summary>Only the words, for a text whose score is known.</summary>
    public static IReadOnlyList<string> ReasonsOf(string text) => PromotionReasons.Of(Read(text));

    private static PromotionFeatures Read(ReadOnlySpan<char> text)
    {
        var features = _features ??= new PromotionFeatures();
        PromotionReader.Read(text, features);
        return features;
    }
}
