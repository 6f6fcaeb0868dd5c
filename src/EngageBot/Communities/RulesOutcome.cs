namespace EngageBot.Communities;

/// <summary>What came of changing a community's rules.</summary>
public abstract record RulesOutcome
{
    private RulesOutcome()
    {
    }

    /// <summary>They are changed, and hold from now on.</summary>
    public sealed record Changed(long Revision, CommunityRules Rules, IReadOnlyList<RuleChange> Changes) : RulesOutcome;

    /// <summary>They were like that already.</summary>
    public sealed record Same(CommunityRules Rules) : RulesOutcome;

    /// <summary>They are as before. The reason is a sentence.</summary>
    public sealed record Refused(string Reason) : RulesOutcome;

    /// <summary>Somebody else changed them meanwhile: what was to be undone is not the last change any more.</summary>
    public sealed record Overtaken : RulesOutcome;
}
