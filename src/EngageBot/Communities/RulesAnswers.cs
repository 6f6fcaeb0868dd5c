using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>What a moderator is told of a change that was not made.</summary>
internal static class RulesAnswers
{
    /// <summary>Null where the rules are now as he wished.</summary>
    public static string? Problem(RulesOutcome outcome, TextBook texts) => outcome switch
    {
        RulesOutcome.Refused refused => texts.Of("rules.refused", ("reason", Retelling.Of(refused.Reason, texts, "refusal") ?? refused.Reason)),
        RulesOutcome.Overtaken => texts["rules.overtaken"],
        _ => null,
    };
}
