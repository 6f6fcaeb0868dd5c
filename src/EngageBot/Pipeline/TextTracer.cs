using EngageBot.Chat;
using EngageBot.ReplyGraph;
using EngageBot.SelfPromotion;

namespace EngageBot.Pipeline;

/// <summary>Takes from a text, while it is there, what is kept of it later. Of what no person wrote nothing is taken.</summary>
internal static class TextTracer
{
    private const MessageTraits NotByPerson = MessageTraits.Bot | MessageTraits.Webhook | MessageTraits.System;

    /// <summary>A shorter text without a link never scores high: its score is not worth its time.</summary>
    private const int Scored = 40;

    /// <summary>A score below this says nothing, and is not stored.</summary>
    private const int LeastThousandths = 50;

    /// <param name="answers">It replies to somebody or is for one member alone: never promotion, and not scored.</param>
    public static TextTraces Of(string text, MessageTraits traits, bool answers)
    {
        if ((traits & NotByPerson) != MessageTraits.None)
        {
            return TextTraces.None;
        }

        var (promotion, sketch, domains) = (answers ? null : ScoreOf(text), TextSketch.Of(text), LinkDomains.Of(text));
        return promotion is null && sketch is null && domains.Count == 0 ? TextTraces.None : new TextTraces(promotion, sketch, domains);
    }

    private static int? ScoreOf(string text)
    {
        if (text.Length < Scored && !text.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var score = (int)MathF.Round(PromotionClassifier.Score(text) * 1_000);
        return score >= LeastThousandths ? score : null;
    }
}
