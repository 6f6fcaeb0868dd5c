namespace EngageBot.Onboarding;

/// <summary>Which messages wait for a moderator's word: the first of each kind, and until those were let through all that come after them.</summary>
internal static class ApprovalPolicy
{
    /// <param name="first">How many of each kind; 0 for none.</param>
    public static ApprovalStep Of(ApprovalFacts facts, int first) => facts switch
    {
        { Word: true } => ApprovalStep.Say,
        { Word: false } => ApprovalStep.Drop,
        _ when facts.Said >= first => ApprovalStep.Say,
        { IsShown: true } => ApprovalStep.Wait,
        _ when facts.Said + facts.Waiting < first => ApprovalStep.Show,
        _ => ApprovalStep.Wait,
    };
}
