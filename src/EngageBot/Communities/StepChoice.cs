using EngageBot.Chat;

namespace EngageBot.Communities;

/// <summary>What it makes of the rules that a step goes live, or only observes, everywhere or in one channel; and whether it is live somewhere.</summary>
internal static class StepChoice
{
    private static readonly LiveStep[] All = Enum.GetValues<LiveStep>();

    /// <summary>As moderators write them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(NameOf)];

    public static string NameOf(LiveStep step) => step switch
    {
        LiveStep.YourTurn => "your-turn",
        _ => step.ToString().ToLowerInvariant(),
    };

    /// <summary>The step that a name means; null for none.</summary>
    public static LiveStep? Named(string? name) => All.Where(step => NameOf(step) == name).Select(step => (LiveStep?)step).FirstOrDefault();

    /// <summary>The step by which a message of a kind is said; null for what is always said.</summary>
    public static LiveStep? Of(ContactKind kind) => kind switch
    {
        ContactKind.Ask => LiveStep.Asks,
        ContactKind.YourTurn => LiveStep.YourTurn,
        ContactKind.PromoterNote => LiveStep.Notes,
        ContactKind.Introduction or ContactKind.Round or ContactKind.FollowUp => LiveStep.Introductions,
        _ => null,
    };

    /// <summary>Everything, everywhere.</summary>
    public static CommunityRules Everything(CommunityRules rules) => rules with { Steps = [] };

    /// <param name="step">Null for all steps.</param>
    /// <param name="channel">The id of a channel; null for all of them.</param>
    /// <param name="name">The channel's name.</param>
    /// <param name="isAlone">The community only observes until now: what is not named still does afterwards.</param>
    public static CommunityRules Of(CommunityRules rules, LiveStep? step, string? channel, string? name, bool isOn, bool isAlone = false) => rules with
    {
        Steps =
        [
            .. All.Select(one => (One: one, Rules: isAlone ? new StepRules { Step = one, IsOn = false } : rules.StepOf(one)))
                .Select(one => step is null || step == one.One ? Turned(one.Rules, channel, name, isOn) : one.Rules)
                .Where(one => !one.IsOn || one.Except.Count > 0),
        ],
    };

    private static StepRules Turned(StepRules rules, string? channel, string? name, bool isOn)
    {
        if (channel is null)
        {
            return rules with { IsOn = isOn, Except = [] };
        }

        var others = rules.Except.Where(except => !CommunityRules.IsNamed(except, name ?? channel, channel));
        return rules with { Except = rules.IsOn == isOn ? [.. others] : [.. others, channel] };
    }
}
