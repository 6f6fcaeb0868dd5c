using EngageBot.SelfPromotion;

namespace EngageBot.Stats;

/// <summary>A post that is promotion by its text or by what its author did besides.</summary>
/// <param name="Message">Its key.</param>
/// <param name="Channel">The key of the channel.</param>
/// <param name="Thousandths">How probably it is promotion by its words alone, as it is stored.</param>
/// <param name="Signals">What is known besides.</param>
internal sealed record FoundPromotion(long Message, long Channel, int Thousandths, PromotionSignals Signals)
{
    /// <param name="textReasons">What in the text speaks for it, where that is known.</param>
    public PromotionDecision Decide(IReadOnlyList<string> textReasons) => PromotionPolicy.Decide(PromotionVerdict.OfStored(Thousandths, textReasons), Signals);
}
