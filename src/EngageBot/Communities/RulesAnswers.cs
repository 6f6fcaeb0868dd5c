using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>What a moderator is told of a change that was not made.</summary>
internal static class RulesAnswers
{
    /// <summary>What somebody is told of something that cannot be made sense of.</summary>
    public static string Unread(string written, TextBook texts) => texts.Of("rules.unread", ("written", OneLine.Of(written, 40)));

    /// <summary>At a field where it can be mended there; null where the rules are now as he wished.</summary>
    public static CommandReply? Complaint(RulesOutcome outcome, string field, TextBook texts) => Problem(outcome, texts) is not { } problem ? null
        : outcome is RulesOutcome.Refused ? new CommandReply.Complains(field, problem)
        : new CommandReply.Says(problem);

    /// <summary>Null where the rules are now as he wished.</summary>
    public static string? Problem(RulesOutcome outcome, TextBook texts) => outcome switch
    {
        RulesOutcome.Refused refused => texts.Of("rules.refused", ("reason", RulesInLabels.Of(Retelling.Of(refused.Reason, texts, "refusal") ?? refused.Reason, texts))),
        RulesOutcome.Overtaken => texts["rules.overtaken"],
        _ => null,
    };
}
