using EngageBot.Commands;

namespace EngageBot.Dashboard;

/// <summary>What rules would have planned lately, before they are saved; nothing of it is stored or said.</summary>
/// <param name="Form">As it was filled in.</param>
public sealed record RulesPreview(CommandForm Form)
{
    /// <summary>Why there is none, in words; null where there is one, or something in the form is to be changed first.</summary>
    public string? Problem { get; init; }

    /// <summary>What is to be changed in the form, by the names of its fields.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>There is one.</summary>
    public bool IsThere => Problem is null && Errors.Count == 0;

    /// <summary>Over so many days.</summary>
    public int Days { get; init; }

    /// <summary>For so many days what people write is kept: further back nothing can be worked out. Null where that is not what bounds it.</summary>
    public int? DaysKept { get; init; }

    /// <summary>So many posts that invite a reply were looked at.</summary>
    public int Posts { get; init; }

    /// <summary>There were more posts than are looked at; these are the newest.</summary>
    public bool IsCut { get; init; }

    /// <summary>By the rules as typed.</summary>
    public PreviewCounts Typed { get; init; } = new(0, 0);

    /// <summary>By the rules that hold.</summary>
    public PreviewCounts InForce { get; init; } = new(0, 0);

    /// <summary>What would have been said by the one or the other, the newest first.</summary>
    public IReadOnlyList<PreviewLine> Lines { get; init; } = [];

    /// <summary>So many more are not listed.</summary>
    public int More { get; init; }
}
