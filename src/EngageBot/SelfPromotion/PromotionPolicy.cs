using System.Globalization;

namespace EngageBot.SelfPromotion;

/// <summary>
/// Whether a message is promotion, from its text and from what its author did besides. The same link or text in several places says what no word says;
/// who answers somebody, or passes on somebody else's work, does not promote, whatever the words.
/// </summary>
internal static class PromotionPolicy
{
    /// <summary>In so many channels, its own among them, a text or link is being spread.</summary>
    private const int SpreadChannels = 2;

    /// <summary>So many times in the window, this one among them, wherever it was.</summary>
    private const int SpreadTimes = 3;

    public static PromotionDecision Decide(PromotionVerdict text, PromotionSignals signals)
    {
        if (signals.AnswersSomebody)
        {
            return new PromotionDecision(IsPromotion: false, ["answers somebody"]);
        }

        if (signals.IsForwarded)
        {
            return new PromotionDecision(IsPromotion: false, ["somebody else's work"]);
        }

        IReadOnlyList<string> repeats = [.. Repeats("text", signals.SameText), .. Repeats("link", signals.SameLink)];

        // Who says "good morning" every day in two channels repeats himself and promotes nothing.
        var isSpread = repeats.Count > 0 && (signals.HasLink || text.Score >= PromotionClassifier.Threshold / 2);
        var isPromotion = text.IsPromotion || isSpread;
        return new PromotionDecision(isPromotion, isPromotion ? [.. text.Reasons, .. repeats] : []);
    }

    private static IEnumerable<string> Repeats(string what, Repeats repeats)
    {
        if (repeats.Channels >= SpreadChannels)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"same {what} in {repeats.Channels} channels");
        }
        else if (repeats.Times >= SpreadTimes)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"same {what} {repeats.Times} times in a week");
        }
    }
}
