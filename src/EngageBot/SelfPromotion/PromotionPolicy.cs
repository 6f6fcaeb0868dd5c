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

        if (signals.IsInPromotionChannel)
        {
            return new PromotionDecision(IsPromotion: false, ["in a channel for it"]);
        }

        IReadOnlyList<string> repeats = RepeatsOf(signals);

        // Who says "good morning" every day in two channels repeats himself and promotes nothing.
        IReadOnlyList<string> habits = [.. Ways(signals)];
        var isSpread = (repeats.Count > 0 || habits.Count > 0) && (signals.HasLink || text.Score >= PromotionClassifier.Threshold / 2);
        var isPromotion = text.IsPromotion || isSpread;
        IReadOnlyList<string> words = text is { IsPromotion: true, Reasons.Count: 0 } ? ["reads like promotion"]
            : text.IsPromotion ? text.Reasons
            : [.. text.Reasons.Where(reason => reason.EndsWith("link", StringComparison.Ordinal))]; // What else is in a quiet text speaks for nothing.
        return new PromotionDecision(isPromotion, isPromotion ? [.. words, .. repeats, .. habits, .. Habits(signals.Balance)] : []);
    }

    /// <summary>Whether its author wrote it, or linked there, in several places or again and again.</summary>
    public static bool IsRepeated(PromotionSignals signals) => RepeatsOf(signals).Count > 0;

    private static IReadOnlyList<string> RepeatsOf(PromotionSignals signals) => [.. Repeats("text", signals.SameText), .. Repeats("link", signals.SameLink)];

    private static IEnumerable<string> Ways(PromotionSignals signals)
    {
        if (signals.OwnDomainTimes > 0)
        {
            yield return "a site that hardly anybody else links to, again and again";
        }

        if (signals.ScheduledTimes > 0)
        {
            yield return "posts links at fixed times";
        }
    }

    /// <summary>In words, without a figure: his balance is nobody's business but his own.</summary>
    private static IEnumerable<string> Habits(Balance balance) => balance.IsShort ? ["not the first, and answers few others"] : [];

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
