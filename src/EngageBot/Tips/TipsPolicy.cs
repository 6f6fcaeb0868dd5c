using EngageBot.Chat;

namespace EngageBot.Tips;

/// <summary>Which tips fit a post: those alone that apply, what matters most first, and never so many that they read like a report.</summary>
internal static class TipsPolicy
{
    public const int Most = 3;

    /// <summary>From so many questions on, who could answer one of them leaves it be.</summary>
    private const int ManyQuestions = 4;

    /// <summary>Characters that fill a small screen twice.</summary>
    private const int Long = 1_500;

    public static IReadOnlyList<Tip> For(TipFacts facts) => [.. All(facts).Take(Most)];

    /// <summary>Whether a post is one for tips: those that are left to people get none.</summary>
    public static bool Has(PostKind kind) => kind is not (PostKind.Complaint or PostKind.Crisis or PostKind.Quarrel or PostKind.Scam);

    private static IEnumerable<Tip> All(TipFacts facts)
    {
        if (facts.Shape is { } shape)
        {
            foreach (var tip in OfWords(shape))
            {
                yield return tip;
            }
        }

        if (facts.AnswersElsewhere)
        {
            yield return Tip.OtherChannel;
        }

        if (facts.AnswersLater)
        {
            yield return Tip.OtherHour;
        }
    }

    private static IEnumerable<Tip> OfWords(PostShape shape)
    {
        if (shape.IsOnlyALink)
        {
            yield return Tip.NotOnlyALink;
        }
        else if (!shape.HasSubstance)
        {
            yield return Tip.SayWhatItIsAbout;
        }

        if (shape.Questions == 0 && shape.HasSubstance)
        {
            yield return Tip.AskAQuestion;
        }

        if (shape is { HasContext: false, HasSubstance: true, IsOnlyALink: false, Kind: PostKind.Question or PostKind.HelpRequest })
        {
            yield return Tip.SayWhatYouTried;
        }

        if (shape.HasBareCode)
        {
            yield return Tip.CodeInABlock;
        }

        if (shape.Questions >= ManyQuestions)
        {
            yield return Tip.OneQuestion;
        }

        if (shape.Length > Long)
        {
            yield return Tip.Shorter;
        }
    }
}
