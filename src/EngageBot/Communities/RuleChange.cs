namespace EngageBot.Communities;

/// <summary>A rule that changed.</summary>
/// <param name="Name">As in a file ("waitAtLeast").</param>
/// <param name="Before">Its value as JSON.</param>
/// <param name="After">The same.</param>
public sealed record RuleChange(string Name, string Before, string After)
{
    public override string ToString() => $"{Name}: {Before} → {After}";
}
