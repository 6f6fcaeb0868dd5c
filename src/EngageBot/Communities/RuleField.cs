using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>A rule in a form: what stands there, and what is made of what somebody writes.</summary>
/// <param name="Name">Of the field. Its label is the text <c>rules.FORM.field.NAME</c>.</param>
/// <param name="Show">What stands in it at first.</param>
/// <param name="Read">The change that is meant; null where it cannot be read.</param>
internal sealed record RuleField(string Name, Func<CommunityRules, TextBook, string> Show, Func<string, Func<CommunityRules, CommunityRules>?> Read)
{
    /// <summary>What the rule is called in the file of rules.</summary>
    public string Rule { get; init; } = string.Empty;

    /// <summary>Something must stand there.</summary>
    public bool IsRequired { get; init; }

    public int MostCharacters { get; init; } = 200;
}
