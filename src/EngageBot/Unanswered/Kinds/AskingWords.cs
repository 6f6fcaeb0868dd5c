using System.Buffers;
using System.Text.RegularExpressions;
using EngageBot.Chat;

namespace EngageBot.Unanswered.Kinds;

/// <summary>Words that ask for feedback or for help.</summary>
internal static partial class AskingWords
{
    /// <summary>Some part that every one of the English openings has; most messages have none, and are spared the closer look.</summary>
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "feedback", "think", "thoughts", "opinions", "critique", "one", "body", "help", "how ", "i'm", "i am", "idea", "tips", "suggestion", "advice",
            "pointers",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static PostKind? KindOf(string words, KindCue cues)
    {
        var (maybe, maybeElsewhere) = (words.AsSpan().ContainsAny(Signs), cues.HasFlag(KindCue.AskingElsewhere));
        return (maybe && Feedback().IsMatch(words)) || (maybeElsewhere && FeedbackElsewhere().IsMatch(words)) ? PostKind.FeedbackRequest
            : (maybe && Help().IsMatch(words)) || (maybeElsewhere && HelpElsewhere().IsMatch(words)) ? PostKind.HelpRequest
            : null;
    }

    [GeneratedRegex(
        @"\b(feedback|what do (you|y'all) think|thoughts\?|any thoughts|opinions\?|critique)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Feedback();

    [GeneratedRegex(
        @"was haltet ihr|qué (os|les) parece|o que acham|qu'en pensez|was (meint|sagt) ihr|qué opin(an|áis|as)|qu'en dites|vos avis|(des|vos) retours|o que (vocês )?achar?am"
        + @"|フィードバック|ご?感想(を|お)|ご意見|どう思い",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex FeedbackElsewhere();

    [GeneratedRegex(
        @"\b((can|could|would) (any|some)(one|body)|(any|some)(one|body) (know|knows|here know|has|have|tried)|any(one|body) (able|else)|(i )?need (some )?help"
        + @"|help me|please help|how (do|can|would|should) (i|you|we)|i('m| am) (stuck|having (trouble|problems?|issues?))|any (ideas?|tips|suggestions|advice"
        + @"|pointers))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Help();

    [GeneratedRegex(
        @"kann (mir )?(jemand|wer)|wei(ß|ss) (jemand|wer)|alguien (sabe|puede)|alguém (sabe|pode)|quelqu'un (sait|peut)|教えて|brauche (\w+ )?hilfe|wie (kann"
        + @"|mache|bekomme|installiere) ich|necesito ayuda|cómo puedo|ay[uú]denme|me (pueden|puede|puedes) ayudar|besoin d'aide|comment (puis-je|faire|je peux)"
        + @"|aidez[- ]moi|(peut|peux|pouvez|pourrait) (\w+ )?m'aider|preciso de ajuda|como (posso|faço)|(podem|pode|poderia) me ajudar|me ajud(a|em)\b|助けて"
        + @"|困ってい|わかりません",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2_000)]
    private static partial Regex HelpElsewhere();
}
